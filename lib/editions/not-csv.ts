import { lineOf } from "./byte-lines";
import { FileFault } from "./errors";
import type { Bilingual } from "./types";

const starts = (bytes: Buffer, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** Files that people put in place of a CSV, by their first bytes. */
const SIGNATURES: readonly { bytes: readonly number[]; what: Bilingual }[] = [
  { bytes: [0x1f, 0x8b], what: { fr: "une archive gzip", en: "a gzip archive" } },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: { fr: "une archive zip ou un classeur (xlsx, ods)", en: "a zip archive or a workbook (xlsx, ods)" },
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: { fr: "un ancien classeur Excel (xls)", en: "an old Excel workbook (xls)" },
  },
  { bytes: ascii("BZh"), what: { fr: "une archive bzip2", en: "a bzip2 archive" } },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: { fr: "une archive zstd", en: "a zstd archive" } },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: { fr: "une archive xz", en: "an xz archive" } },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: { fr: "une archive 7-Zip", en: "a 7-Zip archive" } },
  { bytes: ascii("{\\rtf"), what: { fr: "un document RTF", en: "an RTF document" } },
  { bytes: ascii("%PDF"), what: { fr: "un document PDF", en: "a PDF document" } },
  { bytes: ascii("PAR1"), what: { fr: "un fichier Parquet", en: "a Parquet file" } },
  { bytes: ascii("SQLite format 3"), what: { fr: "une base SQLite", en: "an SQLite database" } },
];

const SAVE_AS_CSV: Bilingual = {
  fr: "Le décompresser ou l’ouvrir, puis l’enregistrer en « CSV UTF-8 ».",
  en: "Unpack or open it, then save it as “CSV UTF-8”.",
};

function refuse(what: Bilingual, remedy: Bilingual, line?: number): never {
  const reason = {
    fr: `c’est ${what.fr}, et non un fichier CSV. ${remedy.fr}`,
    en: `it is ${what.en}, not a CSV file. ${remedy.en}`,
  };
  throw new FileFault(reason, { line });
}

/** UTF-16 or UTF-32, by its byte-order mark or by the zeros it puts beside ASCII letters. */
function isWide(bytes: Buffer): boolean {
  if (starts(bytes, [0xff, 0xfe]) || starts(bytes, [0xfe, 0xff])) return true;
  return (bytes[0] === 0) !== (bytes[1] === 0) && (bytes[2] === 0) === (bytes[0] === 0) && bytes.length > 3;
}

/**
 * Refuses a file that is something else than text in lines.
 * @throws FileFault that names what it is and what to do
 */
export function refuseWhatIsNoCsv(bytes: Buffer): void {
  const known = SIGNATURES.find((signature) => starts(bytes, signature.bytes));
  if (known) refuse(known.what, SAVE_AS_CSV);
  if (isWide(bytes)) {
    refuse(
      { fr: "un texte en UTF-16 ou en UTF-32", en: "a text in UTF-16 or UTF-32" },
      { fr: "L’enregistrer en « CSV UTF-8 ».", en: "Save it as “CSV UTF-8”." },
    );
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    refuse(
      { fr: "un fichier binaire (il contient des octets nuls)", en: "a binary file (it holds null bytes)" },
      { fr: "Le télécharger ou l’exporter de nouveau.", en: "Download or export it again." },
      lineOf(bytes, zero),
    );
  }
  const head = bytes
    .subarray(0, 4096)
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (
    head === "" &&
    bytes
      .toString("utf8", 0, Math.min(bytes.length, 1_048_576))
      .replace(/^\uFEFF/, "")
      .trim() === ""
  ) {
    throw new FileFault({
      fr: "le fichier est vide. Le télécharger ou l’exporter de nouveau.",
      en: "the file is empty. Download or export it again.",
    });
  }
  if (head.startsWith("<")) {
    refuse(
      { fr: "une page web (HTML ou XML)", en: "a web page (HTML or XML)" },
      {
        fr: "L’adresse a sans doute rendu une page d’erreur : télécharger le fichier lui-même.",
        en: "The address probably gave an error page: download the file itself.",
      },
    );
  }
  if (/^[{[]/.test(head)) {
    refuse(
      { fr: "un document JSON", en: "a JSON document" },
      {
        fr: "L’adresse a sans doute rendu un message d’erreur : télécharger le fichier lui-même.",
        en: "The address probably gave an error message: download the file itself.",
      },
    );
  }
}
