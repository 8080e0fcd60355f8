import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { glossary } from "@/lib/glossary";
import { annotationTerms } from "@/lib/glossary/annotations";
import { conceptTerms } from "@/lib/glossary/concepts";
import { entityTerms } from "@/lib/glossary/entities";
import { filterTerms } from "@/lib/glossary/filters";
import { measureTerms } from "@/lib/glossary/measures";
import { organisationTerms } from "@/lib/glossary/organisations";
import { platformTerms } from "@/lib/glossary/platforms";
import { qualityTerms } from "@/lib/glossary/quality";
import { schemaTerms } from "@/lib/glossary/schema";
import { tableTerms } from "@/lib/glossary/tables";
import { indicators } from "@/lib/indicators";
import { ROOT } from "./support/source";

type Key = { key: string; from: string };

/** Keys of the rows and names of the filters of every question of lib/queries: its exports that have a row's schema. */
async function rowKeys(): Promise<Key[]> {
  const folder = join(ROOT, "lib/queries");
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const keys = await Promise.all(
    names.map(async (name) => {
      const exported = (await import(join(folder, name))) as Record<string, unknown>;
      return Object.values(exported).flatMap((one) => {
        if (typeof one !== "object" || one === null || !("row" in one) || !(one.row instanceof z.ZodObject))
          return [];
        const filters =
          "filters" in one && typeof one.filters === "object" ? Object.keys(one.filters ?? {}) : [];
        return [...Object.keys(one.row.shape), ...filters].map((key) => ({ key, from: name }));
      });
    }),
  );
  return keys.flat();
}

const measureKeys: Key[] = indicators.flatMap(({ id, measures }) =>
  measures.map((key) => ({ key, from: `indicator ${id}` })),
);

/** Columns named by a code of the files (`COM-0-3500`, `MET`) take their words from the code. */
const isCode = (key: string) => /^[A-Z]/.test(key);

describe("the glossary", () => {
  let ofLists: Key[];
  beforeAll(async () => {
    ofLists = await rowKeys();
  });

  it("has an entry for every key of a row", () => {
    expect(ofLists.length).toBeGreaterThan(30);
    expect(measureKeys.length).toBeGreaterThan(30);
    const missing = [...ofLists, ...measureKeys].filter(
      ({ key }) => !isCode(key) && !Object.hasOwn(glossary, key),
    );
    expect(missing).toEqual([]);
  });

  it("has one entry a concept", () => {
    const parts = [
      ...[organisationTerms, platformTerms, entityTerms, filterTerms],
      ...[measureTerms, qualityTerms, schemaTerms, tableTerms, annotationTerms, conceptTerms],
    ];
    const keys = parts.flatMap((part) => Object.keys(part));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(Object.keys(glossary)).toHaveLength(keys.length);
  });

  it("names concepts in English snake_case and words both languages", () => {
    for (const [key, { label, definition }] of Object.entries(glossary)) {
      expect(key).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
      for (const text of [label.fr, label.en, definition.fr, definition.en])
        expect(text.trim(), key).not.toBe("");
      for (const text of [definition.fr, definition.en]) expect(text, key).toMatch(/\.$/);
    }
  });
});
