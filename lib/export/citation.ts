import type { Bilingual } from "@/lib/editions/types";
import { formatDate } from "@/lib/format";

/** How to cite a file, ready to be pasted. */
export type Citation = { fr: string; en: string; bibtex: string; csl: Record<string, unknown> };

/** A text inside BibTeX's braces. */
const braced = (text: string) => text.replace(/[{}\\]/g, "");
const dateParts = (isoDate: string) => ({ "date-parts": [isoDate.slice(0, 10).split("-").map(Number)] });

/** @param what name of the list or indicator, as its file has it */
export function citationOf(of: {
  edition: string;
  title: Bilingual;
  publisher: string;
  asOf: string;
  what: Bilingual;
  name: string;
  licence: string;
  permalink: string;
  producedAt: string;
}): Citation {
  const { edition, title, publisher, asOf, what, name, licence, permalink, producedAt } = of;
  const date = (locale: "fr" | "en", day: string) => formatDate(locale, day);
  return {
    fr: `${publisher}, « ${title.fr} : ${what.fr} », état du ${date("fr", asOf)}, ${licence}, ${permalink}, consulté le ${date("fr", producedAt)}.`,
    en: `${publisher}, “${title.en}: ${what.en}”, as of ${date("en", asOf)}, ${licence}, ${permalink}, accessed ${date("en", producedAt)}.`,
    bibtex: [
      `@misc{observatoire-${edition}-${name},`,
      `  author = {{${braced(publisher)}}},`,
      `  title = {{${braced(`${title.fr} : ${what.fr}`)}}},`,
      `  year = {${asOf.slice(0, 4)}},`,
      `  url = {${permalink}},`,
      `  urldate = {${producedAt.slice(0, 10)}},`,
      `  note = {${braced(licence)}}`,
      "}",
    ].join("\n"),
    csl: {
      id: `observatoire-${edition}-${name}`,
      type: "dataset",
      title: `${title.fr} : ${what.fr}`,
      author: [{ literal: publisher }],
      issued: dateParts(asOf),
      accessed: dateParts(producedAt),
      URL: permalink,
      version: edition,
      license: licence,
      language: "fr",
    },
  };
}
