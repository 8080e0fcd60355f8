import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { installPackage } from "../../scripts/lib/debian.mjs";

const folder = mkdtempSync(join(tmpdir(), "observatory-apt-"));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it("brings the list of packages up to date once, then installs each without what it only recommends", async () => {
  const log = join(folder, "log");
  writeFileSync(
    join(folder, "apt-get"),
    `#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> "${log}"\necho "said $*"\n`,
  );
  chmodSync(join(folder, "apt-get"), 0o755);
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`);
  const seen: string[] = [];
  const output = await installPackage("one", (detail: string) => seen.push(detail));
  await installPackage("two", () => {});
  expect(output).toBe("said install -y --no-install-recommends one\n");
  expect(seen).toEqual([
    "apt-get update",
    "said update",
    "apt-get install one",
    "said install -y --no-install-recommends one",
  ]);
  expect(readFileSync(log, "utf8").trimEnd().split("\n")).toEqual([
    "noninteractive update",
    "noninteractive install -y --no-install-recommends one",
    "noninteractive install -y --no-install-recommends two",
  ]);
});
