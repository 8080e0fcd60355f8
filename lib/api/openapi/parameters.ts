import "server-only";
import type { Bilingual } from "@/lib/editions/types";
import { indicators } from "@/lib/indicators";

/** A parameter, as JSON Schema has it. */
export type Parameter = {
  name: string;
  in: "query" | "path";
  text: Bilingual;
  schema: object;
  /** May be repeated, or hold several values separated by commas. */
  several?: true;
  example?: string;
};

export const text = (fr: string, en: string): Bilingual => ({ fr, en });
export const words = (name: string, said: Bilingual, schema: object = { type: "string" }): Parameter => ({
  ...{ name, in: "query", text: said, schema },
});
export const inPath = (
  name: string,
  said: Bilingual,
  example: string,
  schema: object = { type: "string" },
): Parameter => ({
  ...{ name, in: "path", text: said, schema, example },
});

export const EDITION = inPath("edition", text("Identifiant de l’édition.", "Id of the edition."), "demo", {
  type: "string",
  pattern: "^[a-z0-9][a-z0-9-]{0,31}$",
});
export const BASIS = words("basis", text("Base des chiffres.", "Basis of the figures."), {
  ...{ type: "string", enum: ["corrected", "file"], default: "corrected" },
});
export const INDICATOR = inPath(
  "id",
  text("Identifiant de l’indicateur.", "Id of the indicator."),
  "opening-rate",
  {
    type: "string",
    enum: indicators.map(({ id }) => id),
  },
);

export const FILES = {
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
  pack: "application/zip",
} as const;
export const FORMAT = (formats: readonly string[]) =>
  words(
    "format",
    text(
      "Forme de la réponse ; toute autre que json donne le résultat entier.",
      "Shape of the answer; any but json gives the whole result.",
    ),
    {
      ...{ type: "string", enum: ["json", ...formats, "metadata"], default: "json" },
    },
  );
export const DIALECT = words(
  "dialect",
  text(
    "Avec format=csv : excel-fr pour le tableur français.",
    "With format=csv: excel-fr for French spreadsheets.",
  ),
  {
    ...{ type: "string", enum: ["rfc4180", "excel-fr"], default: "rfc4180" },
  },
);
