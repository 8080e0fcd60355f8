import { piecesOf, type Encoding } from "./decode";
import { FileFault } from "./errors";
import type { Bilingual, EditionFile } from "./types";

const SEP: Bilingual = {
  fr: "la première ligne (« sep= ») est une consigne pour tableur, et non l’en-tête. La supprimer.",
  en: "the first line (“sep=”) is an instruction for spreadsheets, not the header. Delete it.",
};
const OTHER: Bilingual = {
  fr: "les cellules sont séparées par des tabulations, des barres verticales ou un autre signe. Enregistrer le fichier en CSV, avec des virgules ou des points-virgules.",
  en: "cells are separated by tabs, vertical bars or another sign. Save the file as CSV, with commas or semicolons.",
};

/** What some files separate cells by: tab, bar, caret, tilde, control characters made for it. */
const OTHERS = ["\t", "|", "^", "~", "\u0001", "\u001e", "\u001f"];

/** The first line with something on it, and its number. */
async function headerLine(bytes: Buffer, encoding: Encoding): Promise<{ text: string; line: number }> {
  let line = 1;
  for await (const piece of piecesOf(bytes, encoding)) {
    const lines = piece.toString("utf8").split(/\r\n|\n|\r/);
    const index = lines.findIndex((candidate) => candidate.replace(/[\s,;"]/g, "") !== "");
    if (index !== -1) return { text: lines[index] ?? "", line: line + index };
    line += lines.length - 1;
  }
  return { text: "", line };
}

/**
 * Comma or semicolon, whichever the header line has more of outside quotes.
 * @throws FileFault when cells are separated otherwise
 */
export async function delimiterOf(bytes: Buffer, encoding: Encoding): Promise<EditionFile["delimiter"]> {
  const { text, line } = await headerLine(bytes, encoding);
  if (/^sep=/i.test(text)) throw new FileFault(SEP, { line });
  const bare = text.replace(/"(?:[^"]|"")*"/g, "");
  const count = (delimiter: string) => bare.split(delimiter).length - 1;
  const [commas, semicolons] = [count(","), count(";")];
  const others = OTHERS.map(count);
  if (Math.max(...others) > Math.max(commas, semicolons)) throw new FileFault(OTHER, { line });
  return semicolons > commas ? ";" : ",";
}
