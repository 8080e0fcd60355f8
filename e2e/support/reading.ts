import { parse } from "csv-parse/sync";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator } from "@playwright/test";
import { computeOracle } from "../../tests/oracle/oracle.mjs";
import { realFiles } from "./editions.mjs";

export type Basis = "corrected" | "file";
export type Indicator = { value?: number | null; numerator?: number; denominator?: number };

/** Folder of an edition's files, as the server under test has them. */
export function folderOf(edition: string): string {
  const real = realFiles();
  if (edition === "2022-10" && real) return real;
  return fileURLToPath(new URL(join("../../data/editions", edition), import.meta.url));
}

/** Figures and rows of an edition by the separate program. */
export function independent(edition: string, basis: Basis) {
  return computeOracle({ folder: folderOf(edition), basis });
}

/** The first number of a text in either language ("1 062 lignes sur…", "1,062 rows of…"), or NaN. */
export function numberIn(text: string): number {
  const [number] = text.match(/\d+(?:[\u00a0\u202f,]\d{3})*/) ?? [];
  return number === undefined ? NaN : Number(number.replace(/\D/g, ""));
}

/** A count as a French page writes it. */
export const written = (value: number) => new Intl.NumberFormat("fr-FR").format(value);

/** A ratio as a French page writes it. */
export const percent = (ratio: number) =>
  new Intl.NumberFormat("fr-FR", {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(ratio);

/** Records of a CSV text, its header first. @throws when a record has not as many cells as the header */
export const records = (text: string) => parse(text) as string[][];

/** A table's body as it reads on screen: one list of texts a row, without the marks of notes. */
export const bodyOf = (table: Locator) =>
  table.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.children].map((cell) => {
        const copy = cell.cloneNode(true) as Element;
        copy.querySelectorAll(".note-marks").forEach((marks) => marks.remove());
        return copy.textContent?.trim() ?? "";
      }),
    ),
  );

/** Numbers from 0 to 1 that are the same at each run: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
