import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, SOURCES } from "./support/source";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** What the top of the project holds. Anything else needs a place below, or a reason to be added here. */
const TOP = new Set([
  ...["app", "components", "data", "docs", "e2e", "lib", "messages", "public", "scripts", "tests"],
  ...["README.md", "CHANGELOG.md", "LICENSE"],
  ...["package.json", "package-lock.json", "tsconfig.json", "next.config.ts", "proxy.ts"],
  ...["instrumentation.ts", "instrumentation-node.ts", "i18n.ts", "global.d.ts"],
  ...["eslint.config.mjs", "postcss.config.mjs", "vitest.config.ts", "playwright.config.ts"],
  ...[
    ".ci",
    ".env",
    ".env.example",
    ".gitignore",
    ".gitattributes",
    ".npmrc",
    ".prettierrc.json",
    ".prettierignore",
  ],
]);

/** What git knows at the top; without git (a downloaded archive), what is there but for what tools leave behind. */
function topEntries(): string[] {
  const leftBehind =
    /^(\.git|\.next|node_modules|var|coverage|test-results|playwright-report|next-env\.d\.ts|\.env\.local|.*\.tsbuildinfo)$/;
  if (!existsSync(join(ROOT, ".git"))) return readdirSync(ROOT).filter((name) => !leftBehind.test(name));
  const listed = execFileSync("git", ["ls-files", "--cached"], { cwd: ROOT, encoding: "utf8" });
  return [
    ...new Set(
      listed
        .split("\n")
        .filter(Boolean)
        .map((path) => path.split("/")[0]!),
    ),
  ];
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe("the tree", () => {
  it("holds at its top what the architecture names, and nothing else", () => {
    expect(topEntries().filter((name) => !TOP.has(name))).toEqual([]);
  });

  it("is made of short files: 250 lines at most, or a reason in the file", () => {
    const long = SOURCES.filter(
      ({ lines, text }) => lines > 250 && !/longer than 250 lines because/i.test(text),
    );
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
  });

  it("is made of short files: half of them about a page of a screen", () => {
    expect(median(SOURCES.map(({ lines }) => lines))).toBeLessThanOrEqual(90);
  });

  it("speaks of no machine it was written on", () => {
    const machine = /(^|[\s"'`(=])\/(work|home|root|Users)\//;
    expect(SOURCES.filter(({ text }) => machine.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("leaves nothing for later", () => {
    const later = /\b(TODO|FIXME|XXX)\b/;
    const here = "tests/architecture/tree.test.ts";
    expect(
      SOURCES.filter(({ path, text }) => path !== here && later.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });
});

describe("the packages", () => {
  const wanted = JSON.parse(read("package.json")) as Record<
    "dependencies" | "devDependencies",
    Record<string, string>
  >;
  const lock = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, { version?: string; resolved?: string }>;
  };
  const installed = (name: string) => lock.packages[`node_modules/${name}`]?.version;
  const all = { ...wanted.dependencies, ...wanted.devDependencies };

  it("are pinned exactly", () => {
    const exact = /^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/;
    expect(Object.entries(all).filter(([, version]) => !exact.test(version))).toEqual([]);
  });

  it("are locked at the version that is pinned", () => {
    const differing = Object.entries(all).filter(
      ([name, version]) => installed(name) !== version.replace(/^npm:.*@/, ""),
    );
    expect(differing).toEqual([]);
  });

  it("are locked without the address they came from", () => {
    const addressed = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(addressed.map(([path]) => path)).toEqual([]);
    expect(read(".npmrc")).toContain("omit-lockfile-registry-resolved=true");
  });

  it.each([
    ["next", "16.4.2"],
    ["react", "19.2.3"],
    ["react-dom", "19.2.3"],
    ["next-auth", "4.24.15"],
    ["@duckdb/node-api", "1.5.0"],
    ["node", "24.0.0"],
  ])("%s is at %s or above, where known holes are closed", (name, floor) => {
    const parts = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);
    const [have, least] = [parts(installed(name) ?? "0"), parts(floor)];
    const first = have.findIndex((part, index) => part !== least[index]);
    expect(first === -1 || have[first]! > least[first]!, `${name} ${installed(name)}`).toBe(true);
  });
});
