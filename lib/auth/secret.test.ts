import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keptSecret, SECRET_FILE } from "./secret";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "observatory-secret-")), "state");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

it("is made once, for its owner's eyes alone", () => {
  const secret = keptSecret(folder);
  expect(secret).toMatch(/^[\w-]{64}$/);
  expect(keptSecret(folder)).toBe(secret);
  expect(statSync(join(folder, SECRET_FILE)).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual([SECRET_FILE]);
});

it("is the same for processes that start together", async () => {
  const script = `import("@/lib/auth/secret").then(({ keptSecret }) => console.log(keptSecret(process.argv[1])))`;
  const start = () =>
    promisify(execFile)(process.execPath, [
      ...["--conditions=react-server", "--import", "tsx", "-e", script],
      folder,
    ]);
  const made = await Promise.all([start(), start(), start()]);
  expect(new Set(made.map(({ stdout }) => stdout.trim()))).toEqual(
    new Set([readFileSync(join(folder, SECRET_FILE), "utf8")]),
  );
});

it("is refused when someone cut it short", () => {
  keptSecret(folder);
  writeFileSync(join(folder, SECRET_FILE), "short");
  expect(() => keptSecret(folder)).toThrow("too short");
});
