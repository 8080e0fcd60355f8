import { columnAt, readOriginal, withCell, withColumn, write, type FileName, type Table } from "./table";
import type { Family, Made } from "./variant";

/** First row whose cell of a column fits. */
function rowWith(table: Table, column: number, fits: (cell: string) => boolean): number {
  const row = table.rows.findIndex((cells, index) => index > 5 && fits(cells[column] ?? ""));
  if (row === -1) throw new RangeError(`no row for column ${table.headers[column]}`);
  return row;
}

const filled = (cell: string) => cell.trim() !== "";

/** Changes of one cell: header, what, how, which cell it needs. */
type Change = [header: string, what: string, to: (cell: string) => string, fits?: (cell: string) => boolean];

const DAMAGES: Readonly<Record<FileName, readonly Change[]>> = {
  "organisations.csv": [
    ["siren", "2.13E+08", (cell) => Number(cell).toExponential(2).replace("e", "E")],
    ["siren", "2,13500E+08", (cell) => Number(cell).toExponential(5).replace("e", "E").replace(".", ",")],
    ["siren", "without its last digit", (cell) => cell.trim().slice(0, -1)],
    ["siren", "with a digit more", (cell) => `${cell.trim()}0`],
    [
      "siren",
      "one digit changed",
      (cell) => cell.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
    ],
    ["siren", "as a decimal number", (cell) => `${cell}.0`],
    ["siren", "in groups of three", (cell) => cell.replace(/(\d{3})(?=\d)/g, "$1 ")],
    ["siren", "letter O for zero", (cell) => cell.replace(/.$/, "O")],
    ["siren", "emptied", () => ""],
    ["type", "an unknown code", () => "COMMUNE?"],
    ["type", "in lower case", (cell) => cell.toLowerCase()],
    ["type", "emptied", () => ""],
    ["regcode", "an unknown code", () => "ZZZ-99"],
    ["regcode", "another region", (cell) => (cell === "BRE-53" ? "IDF-11" : "BRE-53")],
    ["nb-ptf", "a date (6-juin)", () => "6-juin"],
    ["nb-ptf", "thousands with a comma (6,000)", () => "6,000"],
    ["nb-ptf", "thousands with a point (6.000)", () => "6.000"],
    ["nb-ptf", "with a decimal comma", (cell) => `${cell},5`],
    ["nb-ptf", "as a decimal number", (cell) => `${cell}.0`],
    ["nb-ptf", "negative", (cell) => `-${cell}`],
    ["nb-ptf", "in words", () => "six"],
    ["pop-insee", "6.49E+03", (cell) => Number(cell).toExponential(2).replace("e", "E")],
    [
      "pop-insee",
      "with spaces",
      (cell) => `${cell.slice(0, -3)} ${cell.slice(-3)}`,
      (cell) => /^\d{4,6}$/.test(cell),
    ],
    [
      "pop-insee",
      "with a comma",
      (cell) => `${cell.slice(0, -3)},${cell.slice(-3)}`,
      (cell) => /^\d{4,6}$/.test(cell),
    ],
    ["pop-insee", "with its unit", (cell) => `${cell} hab.`],
    ["pop-insee", "zero", () => "0"],
    ["id-datagouv", "6.17E+23", () => "6.17E+23"],
    ["id-datagouv", "without its last sign", (cell) => cell.slice(0, -1), (cell) => cell.length === 24],
    ["id-ods", "a number of a spreadsheet", () => "1,2E+15"],
    ["lat", "with a decimal comma", (cell) => cell.replace(".", ",")],
    ["lat", "without its decimal point", (cell) => cell.replace(".", "")],
    ["lat", "with a point for thousands", (cell) => cell.replace(/(\d{3})$/, ".$1")],
    ["lat", "in degrees and minutes", () => "48°08'02\"N"],
    ["lat", "beyond the pole", () => "148.1"],
    ["long", "far away", () => "120.5"],
    ["Département", "without its zero", (cell) => cell.replace(/^0/, ""), (cell) => /^0\d$/.test(cell)],
    ["Département", "as a decimal number", (cell) => `${Number(cell)}.0`, (cell) => /^\d\d$/.test(cell)],
    ["Département", "a date (2-août)", () => "2-août"],
    ["Département", "two of them", (cell) => `${cell},2A`],
    ["Département", "of another region", (cell) => (cell === "29" ? "06" : "29")],
    ["merge", "an unknown word", () => "portail"],
    ["merge", "written otherwise", () => "PTF + data.gouv", (cell) => cell === "ptf+datagouv"],
    ["merge", "the other channel", () => "datagouv", (cell) => cell === "ptf"],
    ["ptf", "a platform that is not there", () => "Portail disparu"],
    ["Techno (from Plateformes)", "an unknown technology", () => "Zorglub"],
    ["Techno (from Plateformes)", "in capitals", (cell) => cell.toUpperCase()],
    ["Thèmatiques", "with semicolons", (cell) => cell.replaceAll(",", ";"), (cell) => cell.includes(",")],
    ["Thèmatiques", "with bars", (cell) => cell.replaceAll(",", "|"), (cell) => cell.includes(",")],
    ["TimeStamp", "month before day", () => "11/25/2022 9:10am"],
    ["TimeStamp", "a day's number (44890)", () => "44890"],
    ["TimeStamp", "a year of two digits", () => "25/11/22"],
    ["TimeStamp", "of no calendar", () => "31/02/2022"],
    ["url-ptf", "without its scheme", (cell) => cell.replace(/^https?:\/\//, "//")],
    ["url-ptf", "javascript:", () => "javascript:alert(1)"],
    ["url-ptf", "as a formula", (cell) => `=HYPERLINK(${cell})`],
  ],
  "plateformes.csv": [
    ["Regcode", "an unknown code", () => "ZZZ-99"],
    ["Type", "an unknown word", () => "Zorglub"],
    ["Collab", "an unknown word", () => "Zorglub"],
    ["url", "emptied", () => ""],
    ["url", "an account", () => "@plateforme"],
    ["Techno", "an unknown technology", () => "Zorglub"],
    ["porteur", "an unknown code", () => "ZZZ"],
    ["nb-reuse", "a date (7-juil)", () => "7-juil"],
    ["nb-reuse", "1,000", () => "1,000"],
    ["nb-struct-hebergees", "in words", () => "une"],
    ["contact", "a name", () => "Mairie, accueil", (cell) => cell.startsWith("http")],
    ["Organisations 5", "2.13E+08", () => "2.13E+08"],
    ["Organisations 5", "glued together", (cell) => cell.replaceAll(",", ""), (cell) => cell.includes(",")],
    ["Organisations 5", "with semicolons", (cell) => cell.replaceAll(",", ";"), (cell) => cell.includes(",")],
  ],
};

/** Words that spreadsheets write for a value they have not, and where. */
const ERRORS = ["#REF!", "#N/A", "#VALEUR!", "#NOM?", "#DIV/0!", "########", "Err:502"];
const ERROR_COLUMNS: Readonly<Record<FileName, readonly string[]>> = {
  "organisations.csv": ["nom", "nb-ptf", "id-ods", "Thèmatiques", "ptf"],
  "plateformes.csv": ["Nom", "grappe", "thèmatique", "url"],
};

/** One cell damaged as spreadsheets and hands do. */
export const cellsOf = (folder: string): Family => ({
  name: "one cell",
  make(file) {
    const table = readOriginal(folder, file);
    const damaged = DAMAGES[file].map(([header, what, to, fits = filled]): Made => {
      const column = columnAt(table, header);
      const row = rowWith(table, column, (cell) => fits(cell) && to(cell) !== cell);
      return {
        name: `${header}: ${what}`,
        bytes: write(withCell(table, row, column, to(table.rows[row]?.[column] ?? ""))),
        record: true,
      };
    });
    const errors = ERROR_COLUMNS[file].flatMap((header) =>
      ERRORS.map((word): Made => {
        const column = columnAt(table, header);
        return {
          name: `${header}: ${word}`,
          bytes: write(withCell(table, rowWith(table, column, filled), column, word)),
        };
      }),
    );
    return [...damaged, ...errors];
  },
});

/** A change of every cell of a column: header, what, how. */
type Column = [header: string, what: string, to: (cell: string) => string];
const scientific = (cell: string) =>
  /^\d+$/.test(cell) ? Number(cell).toExponential(2).replace("e", "E") : cell;
const COLUMNS: Readonly<Record<FileName, readonly Column[]>> = {
  "organisations.csv": [
    ["siren", "2.13E+08", scientific],
    ["siren", "as decimal numbers", (cell) => `${cell}.0`],
    ["Département", "zeros lost", (cell) => cell.replace(/^0/, "")],
    ["Département", "as decimal numbers", (cell) => (/^\d+$/.test(cell) ? `${Number(cell)}.0` : cell)],
    ["lat", "decimal commas", (cell) => cell.replace(".", ",")],
    ["long", "decimal commas", (cell) => cell.replace(".", ",")],
    ["lat", "decimal points lost", (cell) => cell.replace(".", "")],
    ["pop-insee", "thousands with spaces", (cell) => cell.replace(/\B(?=(\d{3})+$)/g, " ")],
    ["pop-insee", "thousands with commas", (cell) => cell.replace(/\B(?=(\d{3})+$)/g, ",")],
    ["pop-insee", "thousands with points", (cell) => cell.replace(/\B(?=(\d{3})+$)/g, ".")],
    ["pop-insee", "as decimal numbers", (cell) => `${cell}.0`],
    ["TimeStamp", "month before day", (cell) => cell.replace(/^(\d+)\/(\d+)/, "$2/$1")],
    ["TimeStamp", "days since 1900", () => "44890.38"],
    ["Thèmatiques", "semicolons", (cell) => cell.replaceAll(",", ";")],
    ["Techno (from Plateformes)", "semicolons", (cell) => cell.replaceAll(",", ";")],
    ["ptf", "semicolons", (cell) => cell.replaceAll(",", ";")],
    ["id-datagouv", "#REF!", () => "#REF!"],
    ["nom", "#REF!", () => "#REF!"],
  ],
  "plateformes.csv": [
    ["Organisations 5", "2.13E+08", scientific],
    ["Organisations 5", "semicolons", (cell) => cell.replaceAll(",", ";")],
    ["url", "#REF!", () => "#REF!"],
    ["nb-struct-hebergees", "as decimal numbers", (cell) => `${cell}.0`],
    ["nb-reuse", "#VALEUR!", () => "#VALEUR!"],
  ],
};

/** A whole column damaged, as when a file is opened and saved by a spreadsheet of another country. */
export const columnsFamily = (folder: string): Family => ({
  name: "one column",
  make(file) {
    const table = readOriginal(folder, file);
    return COLUMNS[file].map(([header, what, to]): Made => ({
      name: `${header}: ${what}`,
      bytes: write(withColumn(table, columnAt(table, header), to)),
    }));
  },
});
