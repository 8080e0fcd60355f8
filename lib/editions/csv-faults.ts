import { CsvError } from "csv-parse";
import { FileFault } from "./errors";

const QUOTE_REMEDY = {
  fr: "Fermer le guillemet, ou le doubler s’il fait partie du texte.",
  en: "Close the quote, or double it if it belongs to the text.",
};

const QUOTE_CODES = [
  "CSV_QUOTE_NOT_CLOSED",
  "CSV_MAX_RECORD_SIZE",
  "CSV_INVALID_CLOSING_QUOTE",
  "INVALID_OPENING_QUOTE",
];

/** The fault of a record that could not be parsed, which starts at this line; any other error comes back as it is. */
export function faultOf(error: unknown, line: number): unknown {
  return error instanceof CsvError && QUOTE_CODES.includes(error.code) ? quoteFault(error, line) : error;
}

function quoteFault({ code }: CsvError, line: number): FileFault {
  const open = code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE";
  return new FileFault(
    open
      ? {
          fr: `un guillemet ouvert dans cet enregistrement n’est jamais fermé : le fichier est tronqué, ou un guillemet est de trop. ${QUOTE_REMEDY.fr}`,
          en: `a quote opened in this record is never closed: the file is cut short, or one quote is too many. ${QUOTE_REMEDY.en}`,
        }
      : {
          fr: `un guillemet est mal placé dans cet enregistrement : il n’entoure pas toute la cellule. ${QUOTE_REMEDY.fr}`,
          en: `a quote is misplaced in this record: it does not enclose the whole cell. ${QUOTE_REMEDY.en}`,
        },
    { line },
  );
}

/**
 * The fault of a record that has not as many cells as the header.
 * @param cut whether the file ends with it
 */
export function widthFault(found: number, expected: number, line: number, cut: boolean): FileFault {
  const count = {
    fr: `${found} cellule${found > 1 ? "s" : ""} au lieu de ${expected}`,
    en: `${found} cell${found > 1 ? "s" : ""} instead of ${expected}`,
  };
  return new FileFault(
    cut
      ? {
          fr: `${count.fr} : le fichier s’arrête au milieu de son dernier enregistrement. Le télécharger ou l’exporter de nouveau.`,
          en: `${count.en}: the file stops in the middle of its last record. Download or export it again.`,
        }
      : {
          fr: `${count.fr} : un séparateur manque ou est de trop. Mettre entre guillemets les textes qui contiennent le séparateur.`,
          en: `${count.en}: a delimiter is missing or one is too many. Quote the texts that hold the delimiter.`,
        },
    { line },
  );
}
