import { PLAIN, joined, readOriginal, recordsOf } from "./table";
import type { Family, Made } from "./variant";

/** The lines with others put in at a place (0 is before the header). */
const inserted = (records: readonly string[], place: number, ...lines: string[]) =>
  joined(records.toSpliced(place, 0, ...lines));
/** Places of the rows when something stands before row `place`. */
const orderAround = (rows: number, place: number, extra: number | null): (number | null)[] =>
  Array.from({ length: rows }, (_, index) => index as number | null).toSpliced(place, 0, extra);

/** Row that is damaged when one is. */
const ROW = 41;

/** What stands before, between, after and beside the rows. */
export const linesOf = (folder: string): Family => ({
  name: "lines around the table",
  make(file): Made[] {
    const table = readOriginal(folder, file);
    const records = recordsOf(table);
    const width = table.headers.length;
    const commas = ",".repeat(width - 1);
    const first = { line: 1 };
    const footer = (text: string) => inserted(records, records.length, text);
    const last = { line: records.length + 1 };
    const extra = (place: number) => orderAround(table.rows.length, place, null);
    const sample = records[1] ?? "";
    return [
      {
        name: "a title before the header",
        bytes: inserted(records, 0, "Observatoire open data des territoires"),
        at: first,
      },
      {
        name: "a title as wide as the table",
        bytes: inserted(records, 0, `Observatoire${commas}`),
        at: first,
      },
      {
        name: "a title, a date and a blank line",
        bytes: inserted(records, 0, "Observatoire", "31/12/2022", ""),
        at: first,
      },
      {
        name: "three blank lines before the header",
        bytes: inserted(records, 0, "", "", ""),
        lossless: true,
      },
      {
        name: "blank lines with delimiters before the header",
        bytes: inserted(records, 0, commas, commas),
        lossless: true,
      },
      {
        name: "a comment before the header",
        bytes: inserted(records, 0, "# export du 31/12/2022"),
        at: first,
      },
      { name: "sep=,", bytes: inserted(records, 0, "sep=,"), at: first },
      {
        name: "sep=;",
        bytes: inserted(recordsOf(table, { ...PLAIN, delimiter: ";" }), 0, "sep=;"),
        at: first,
      },
      { name: "a comment between rows", bytes: inserted(records, ROW, "# vérifié"), at: { line: ROW + 1 } },
      {
        name: "a comment as wide as the table",
        bytes: inserted(records, ROW, `# vérifié${commas}`),
        rows: extra(ROW - 1),
      },
      { name: "a blank line between rows", bytes: inserted(records, ROW, ""), lossless: true },
      { name: "blank lines between rows", bytes: inserted(records, ROW, "", commas, " "), lossless: true },
      { name: "blank lines at the end", bytes: footer(`${commas}\n\n${commas}`), lossless: true },
      {
        name: "a total at the end",
        bytes: footer(`Total${commas.slice(1)},${table.rows.length}`),
        rows: extra(table.rows.length),
      },
      {
        name: "a source at the end",
        bytes: footer(`Source : OpenDataFrance${commas}`),
        rows: extra(table.rows.length),
      },
      { name: "a source at the end, alone", bytes: footer("Source : OpenDataFrance"), at: last },
      { name: "“(891 rows)” at the end", bytes: footer(`(${table.rows.length} rows)`), at: last },
      {
        name: "a line of units under the header",
        bytes: inserted(
          records,
          1,
          table.headers.map((_, index) => (index % 2 ? "texte" : "nombre")).join(","),
        ),
        rows: extra(0),
      },
      {
        name: "a line of dashes under the header",
        bytes: inserted(records, 1, table.headers.map(() => "---").join(",")),
        rows: extra(0),
      },
      {
        name: "column numbers under the header",
        bytes: inserted(records, 1, table.headers.map((_, index) => index + 1).join(",")),
        rows: extra(0),
      },
      {
        name: "column numbers above the header",
        bytes: inserted(records, 0, table.headers.map((_, index) => index + 1).join(",")),
        at: first,
      },
      {
        name: "the header on two lines of words",
        bytes: inserted(
          records,
          0,
          table.headers.map((_, index) => (index < 4 ? "identité" : "publication")).join(","),
        ),
        at: first,
      },
      {
        name: "the header again in the middle",
        bytes: inserted(records, ROW, records[0] ?? ""),
        at: { line: ROW + 1 },
      },
      {
        name: "the header again in capitals",
        bytes: inserted(records, ROW, (records[0] ?? "").toUpperCase()),
        at: { line: ROW + 1 },
      },
      { name: "the file twice end to end", bytes: joined([...records, ...records]), at: last },
      {
        name: "the rows twice end to end",
        bytes: joined([...records, ...records.slice(1)]),
        rows: [...table.rows.keys(), ...table.rows.keys()],
      },
      {
        name: "a row twice",
        bytes: inserted(records, 1, sample),
        rows: orderAround(table.rows.length, 0, 0),
      },
      { name: "a second table below", bytes: footer(`code,libellé\nBRE-53,Bretagne`), at: last },
      {
        name: "a second table beside",
        bytes: joined(
          records.map(
            (line, index) => `${line},,${index === 0 ? "code,libellé" : index < 19 ? `${index},x` : ","}`,
          ),
        ),
        lossless: true,
      },
      {
        name: "a second table beside, of other length",
        bytes: joined(records.map((line, index) => (index < 19 ? `${line},,a,b` : line))),
        at: { line: 20 },
      },
      {
        name: "the same table beside",
        bytes: joined(records.map((line) => `${line},,${line}`)),
        at: { line: 1 },
      },
    ];
  },
});
