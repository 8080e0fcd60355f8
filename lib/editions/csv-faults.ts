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
 * Whether a cell of a record holds other records, from one quote too many to the next: as many delimiters, for each
 * line end, as a record has.
 */
export function swallowsRecords(cells: readonly string[], delimiter: string): boolean {
  const least = 3;
  return (
    cells.length >= least &&
    cells.some((cell) => {
      if (!/[\r\n]/.test(cell)) return false;
      const breaks = cell.split(/\r\n|\n|\r/).length - 1;
      return cell.split(delimiter).length - 1 === (cells.length - 1) * breaks;
    })
  );
}

/** Whether a record has a CR without LF: it ends a line for some programs, not in a file that has LF too. */
export const holdsLoneCr = (cells: readonly string[]): boolean => cells.some((cell) => /\r(?!\n)/.test(cell));

/** The fault of a file whose line ends are of several kinds, CR alone among them. */
export const mixedFault = (line: number): FileFault => new FileFault(WIDTH.mixed, { line });

/** The fault of a record that holds others. */
export function swallowFault(line: number): FileFault {
  return new FileFault(
    {
      fr: `une cellule de cet enregistrement contient les lignes qui le suivent : un guillemet de trop les a réunies. ${QUOTE_REMEDY.fr}`,
      en: `a cell of this record holds the lines after it: one quote too many has joined them. ${QUOTE_REMEDY.en}`,
    },
    { line },
  );
}

/** Why a record has not as many cells as the header, and what to do. */
const WIDTH = {
  cut: {
    fr: "le fichier s’arrête au milieu de son dernier enregistrement. Le télécharger ou l’exporter de nouveau.",
    en: "the file stops in the middle of its last record. Download or export it again.",
  },
  mixed: {
    fr: "des lignes finissent par un retour chariot (CR) seul, d’autres par LF. Enregistrer le fichier avec une seule fin de ligne.",
    en: "some lines end with a carriage return (CR) alone, others with LF. Save the file with one kind of line end.",
  },
  ragged: {
    fr: "un séparateur manque ou est de trop. Mettre entre guillemets les textes qui contiennent le séparateur.",
    en: "a delimiter is missing or one is too many. Quote the texts that hold the delimiter.",
  },
};

/**
 * The fault of a record that has not as many cells as the header.
 * @param why.cut whether the file ends with it
 * @param why.mixed whether it holds line ends of another kind than the file's
 */
export function widthFault(
  found: number,
  expected: number,
  line: number,
  why: { cut: boolean; mixed: boolean },
): FileFault {
  const reason = WIDTH[why.cut ? "cut" : why.mixed ? "mixed" : "ragged"];
  return new FileFault(
    {
      fr: `${found} cellule${found > 1 ? "s" : ""} au lieu de ${expected} : ${reason.fr}`,
      en: `${found} cell${found > 1 ? "s" : ""} instead of ${expected}: ${reason.en}`,
    },
    { line },
  );
}
