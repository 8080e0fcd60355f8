import { expect } from "vitest";
import { MANIFEST, refusalOf, type Written } from "./folder";

/** A good file of organisations, and its parts. */
export const HEADER = "siren,nom,type,url-ptf,nb-ptf";
export const ROW = "213500010,ACIGNE,COM,https://data.rennesmetropole.fr/,4";
export const GOOD = `${HEADER}\n${ROW}\n`;

export const O = "organisations.csv";
export const P = "plateformes.csv";
export const M = "edition.json";

/** What a damaged edition must be refused for: file, line, words of the reason in each language. */
type Refused = [written: Written, file: string | null, line: number | null, fr: string, en: string];
export type Case = [what: string, ...Refused];

/** Bytes, one a character. */
export const latin = (text: string) => Buffer.from(text, "latin1");
/** An edition of one file. */
export const actors = (content: string | Uint8Array | null): Written => ({
  files: { "organisations.csv": content },
});
/** An edition with good organisations and these platforms. */
export const portals = (content: string | Uint8Array): Written => ({
  files: { "organisations.csv": GOOD, "plateformes.csv": content },
});

/** French and English quotation marks made the same, so that a case says once what is quoted. */
const unquoted = (text: string) => text.replace(/«\s/g, "“").replace(/\s»/g, "”");

/** Writes an edition and checks that it is refused, where and why. */
export async function expectRefusal(...[written, file, line, fr, en]: Refused): Promise<void> {
  const refusal = await refusalOf(written);
  expect({ edition: refusal.edition, file: refusal.file, line: refusal.line }).toEqual({
    edition: written.folder ?? MANIFEST.id,
    file,
    line,
  });
  expect(unquoted(refusal.reason.fr)).toContain(fr);
  expect(refusal.reason.en).toContain(en);
}
