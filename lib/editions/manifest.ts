import { isUtf8 } from "node:buffer";
import { z } from "zod";
import { FileFault } from "./errors";
import type { Bilingual, Manifest } from "./types";

/** What an edition's id, and the name of its folder, look like. */
export const EDITION_ID = /^[a-z0-9][a-z0-9-]{0,31}$/;

const text = z.string().trim().min(1);

const schema: z.ZodType<Manifest> = z.object({
  id: z.string().regex(EDITION_ID),
  title: z.object({ fr: text, en: text }),
  asOf: z.iso.date(),
  kind: z.enum(["official", "snapshot", "demo"]),
  reference: z.enum(["2022", "2021"]),
  licence: text,
  publisher: text,
  sources: z.array(z.object({ resource: text, url: z.url({ protocol: /^https?$/ }) })),
});

/** What each field must be, for the reader of a refusal. */
const EXPECTED: Readonly<Record<string, Bilingual>> = {
  id: {
    fr: "des lettres minuscules, des chiffres et des traits d’union, 32 signes au plus",
    en: "lowercase letters, digits and hyphens, 32 characters at most",
  },
  title: {
    fr: "un texte dans chaque langue, « fr » et « en »",
    en: "a text in each language, “fr” and “en”",
  },
  asOf: { fr: "une date comme 2022-12-31", en: "a date such as 2022-12-31" },
  kind: { fr: "« official », « snapshot » ou « demo »", en: "“official”, “snapshot” or “demo”" },
  reference: { fr: "« 2022 » ou « 2021 »", en: "“2022” or “2021”" },
  licence: { fr: "un texte, par exemple « lo-2.0 »", en: "a text, for instance “lo-2.0”" },
  publisher: { fr: "un texte", en: "a text" },
  sources: {
    fr: "une liste d’objets « resource » et « url » (http ou https)",
    en: "a list of objects with “resource” and “url” (http or https)",
  },
};

const NOT_JSON: Bilingual = {
  fr: "ce n’est pas un objet JSON en UTF-8. Le corriger d’après un autre edition.json.",
  en: "it is not a JSON object in UTF-8. Correct it after another edition.json.",
};

function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new FileFault(NOT_JSON);
  try {
    return JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new FileFault(NOT_JSON, { cause });
  }
}

/**
 * Parses `edition.json`.
 * @throws FileFault naming the first field that can't be used and what it must be
 */
export function parseManifest(bytes: Buffer): Manifest {
  const parsed = schema.safeParse(parseJson(bytes));
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String) ?? [];
  const expected = EXPECTED[path[0] ?? ""];
  if (!expected) throw new FileFault(NOT_JSON);
  const field = path.join(".");
  throw new FileFault(
    {
      fr: `le champ « ${field} » manque ou ne convient pas : il faut ${expected.fr}.`,
      en: `field “${field}” is missing or wrong: it must be ${expected.en}.`,
    },
    { column: path[0] },
  );
}
