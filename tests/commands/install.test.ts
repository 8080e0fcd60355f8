import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { staleReason } from "../../scripts/lib/install.mjs";

type Packages = Record<string, object>;

const PROJECT = { name: "x", dependencies: { a: "1.0.0" }, devDependencies: { b: "2.0.0" } };
const LOCKED: Packages = {
  "": PROJECT,
  "node_modules/a": { version: "1.0.0" },
  "node_modules/b": { version: "2.0.0", dev: true },
  "node_modules/native-other-system": { version: "1.0.0", optional: true },
};
const INSTALLED: Packages = {
  "node_modules/a": { version: "1.0.0" },
  "node_modules/b": { version: "2.0.0" },
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "observatory-install-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function project({
  locked = LOCKED,
  installed = INSTALLED,
}: { locked?: Packages; installed?: Packages | null } = {}) {
  writeFileSync(join(root, "package.json"), JSON.stringify(PROJECT));
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: locked }));
  if (!installed) return;
  mkdirSync(join(root, "node_modules"));
  writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages: installed }));
}

describe("an installation", () => {
  it("is up to date when it holds what is locked, but for packages of other systems", () => {
    project();
    expect(staleReason(root)).toBeUndefined();
  });

  it.each([
    ["nothing was installed, or not to the end", { installed: null }, "nothing installed yet"],
    ["a package is missing", { installed: { "node_modules/a": { version: "1.0.0" } } }, "b is missing"],
    [
      "a version has changed",
      { installed: { ...INSTALLED, "node_modules/a": { version: "0.9.0" } } },
      "a is another version",
    ],
    [
      "a package is gone",
      { installed: { ...INSTALLED, "node_modules/c": { version: "1.0.0" } } },
      "packages to remove",
    ],
    [
      "package.json asks for something else than what is locked",
      { locked: { ...LOCKED, "": { ...PROJECT, dependencies: { a: "1.1.0" } } } },
      "package.json and package-lock.json differ",
    ],
  ])("is stale when %s", (_when, files, reason) => {
    project(files);
    expect(staleReason(root)).toBe(reason);
  });
});
