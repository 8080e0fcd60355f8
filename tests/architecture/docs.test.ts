import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./support/source";

const decisions = readdirSync(join(ROOT, "docs/decisions"));
const documents = [
  "README.md",
  "CHANGELOG.md",
  "docs/recettes.md",
  "docs/contrat.md",
  "docs/pollution.md",
  ...decisions.map((name) => `docs/decisions/${name}`),
];
const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** Links and images of a document that lead to a file of the project. */
function localLinks(path: string): string[] {
  const found = [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
  return found.filter((target) => !/^(https?:|#)/.test(target)).map((target) => target.split("#")[0] ?? "");
}

describe("the documents", () => {
  it("lead to files that are there", () => {
    const broken = documents.flatMap((path) =>
      localLinks(path)
        .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("name files of the code that are there", () => {
    const named = documents.flatMap((path) =>
      [...textOf(path).matchAll(/`((?:lib|app|components|tests|scripts|e2e)\/[\w./[\]-]+\.(?:tsx?|mjs))`/g)]
        .map((match) => match[1] ?? "")
        .filter((target) => !existsSync(join(ROOT, target)))
        .map((target) => `${path} → ${target}`),
    );
    expect(named).toEqual([]);
  });

  it("name scripts of package.json", () => {
    const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
    const named = documents.flatMap((path) =>
      [...textOf(path).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? ""),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("number the decisions one after the other, each with its four parts", () => {
    expect(decisions.map((name) => name.slice(0, 4))).toEqual(
      decisions.map((_, index) => String(index + 1).padStart(4, "0")),
    );
    for (const name of decisions) {
      const headings = [...textOf(`docs/decisions/${name}`).matchAll(/^## (.*)$/gm)].map((match) => match[1]);
      expect(headings, name).toEqual(["Context", "Choice", "Consequences", "What was measured"]);
      expect(textOf(`docs/decisions/${name}`), name).toMatch(
        new RegExp(`^# ${name.slice(0, 4)}\\. .+\\n\\nStatus: `),
      );
    }
  });
});
