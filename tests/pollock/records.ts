import { mulberry32, shuffle } from "@/lib/editions/synthetic/random";
import { joined, readOriginal, recordsOf, withEach, write, type Table } from "./table";
import type { Family, Made } from "./variant";

/** A column's cells in another order of columns. */
const arranged = ({ headers, rows }: Table, order: readonly number[]): Table => {
  const pick = (cells: readonly string[]) => order.map((index) => cells[index] ?? "");
  return { headers: pick(headers), rows: rows.map(pick) };
};

const SEED = 2022;
/** Row that is damaged when one is. */
const ROW = 41;

/** Records with too few, too many or shifted cells, quotes that nobody closed, and rows in another order. */
export const recordsFamily = (folder: string): Family => ({
  name: "records",
  make(file): Made[] {
    const table = readOriginal(folder, file);
    const records = recordsOf(table);
    const cells = table.rows[ROW - 1] ?? [];
    const at = { line: ROW + 1 };
    const line = (changed: string) => joined(records.with(ROW, changed));
    const row = (changed: readonly string[]) => write({ ...table, rows: table.rows.with(ROW - 1, changed) });
    const raw = records[ROW] ?? "";
    const shifts = [1, 2, 3, 5, 8].flatMap((from): Made[] => [
      {
        name: `cells shifted left from the ${from + 1}th on`,
        bytes: row([...cells.toSpliced(from, 1), ""]),
        record: true,
      },
      {
        name: `cells shifted right from the ${from + 1}th on`,
        bytes: row(cells.toSpliced(from, 0, "").slice(0, -1)),
        record: true,
      },
    ]);
    // One field of text, so that it holds no delimiter of its own.
    const textAt = file === "organisations.csv" ? 1 : 0;
    const opened = (index: number) => {
      const other = table.rows[index] ?? [];
      return (
        recordsOf({ headers: [], rows: [other.with(textAt, `§${other[textAt] ?? ""}`)] })[1]?.replace(
          "§",
          '"',
        ) ?? ""
      );
    };
    const closing = (index: number) => {
      const other = table.rows[index] ?? [];
      return (
        recordsOf({ headers: [], rows: [other.with(textAt, `${other[textAt] ?? ""}§`)] })[1]?.replace(
          "§",
          '"',
        ) ?? ""
      );
    };
    const order = shuffle(mulberry32(SEED), [...table.rows.keys()]);
    const bySize = (count: number) => Math.min(count, table.rows.length - 1);
    return [
      { name: "a row without its last cell", bytes: row(cells.slice(0, -1)), at },
      { name: "a row without its last ten cells", bytes: row(cells.slice(0, -10)), at },
      { name: "a row of one cell", bytes: row(cells.slice(0, 1)), at },
      { name: "a row with one cell more", bytes: row([...cells, "x"]), at },
      { name: "a row with an empty cell more", bytes: row([...cells, ""]), at },
      { name: "a row with a cell more in its middle", bytes: row(cells.toSpliced(3, 0, "x")), at },
      { name: "a row with a cell less in its middle", bytes: row(cells.toSpliced(3, 1)), at },
      {
        name: "every row with one cell more",
        bytes: write({ ...table, rows: table.rows.map((one) => [...one, ""]) }),
        at: { line: 2 },
      },
      {
        name: "every row without its last cell",
        bytes: write({ ...table, rows: table.rows.map((one) => one.slice(0, -1)) }),
        at: { line: 2 },
      },
      {
        name: "every record with a delimiter at its end",
        bytes: joined(records.map((one) => `${one},`)),
        lossless: true,
      },
      {
        name: "every record with a delimiter before it",
        bytes: joined(records.map((one) => `,${one}`)),
        lossless: true,
      },
      { name: "a row cut in two by a line end", bytes: line(raw.replace(",", ",\n")), at },
      {
        name: "two rows without a line end between them",
        bytes: joined(records.toSpliced(ROW, 2, raw + (records[ROW + 1] ?? ""))),
        at,
      },
      ...shifts,
      { name: "a quote opened and never closed", bytes: line(opened(ROW - 1)), at },
      { name: "a quote closed and never opened", bytes: line(closing(ROW - 1)), at },
      {
        name: "a quote opened, another closed in the next row",
        bytes: joined(records.with(ROW, opened(ROW - 1)).with(ROW + 1, closing(ROW))),
        at,
      },
      {
        name: "a quote opened, another closed twelve rows below",
        bytes: joined(records.with(ROW, opened(ROW - 1)).with(ROW + 12, closing(ROW + 11))),
        at,
      },
      {
        name: "a quote opened in the header",
        bytes: joined(records.with(0, (records[0] ?? "").replace(",", ',"'))),
        at: { line: 1 },
      },
      { name: "a quote in the middle of a cell", bytes: line(raw.replace(",", 'x"y,')), at },
      {
        name: "rows in another order",
        bytes: write({ ...table, rows: order.map((index) => table.rows[index] ?? []) }),
        rows: order,
        lossless: true,
      },
      {
        name: "rows in reverse",
        bytes: write({ ...table, rows: table.rows.toReversed() }),
        rows: [...table.rows.keys()].toReversed(),
        lossless: true,
      },
      {
        name: "spaces around every cell",
        bytes: write(withEach(table, (cell) => ` ${cell} `)),
        lossless: true,
      },
      {
        name: "every cell on two lines",
        bytes: write(withEach(table, (cell) => `${cell}\n`)),
        lossless: true,
      },
      {
        name: "spaces between words doubled",
        bytes: write(withEach(table, (cell) => (cell.startsWith("http") ? cell : cell.replace(/ /g, "  ")))),
        lossless: true,
      },
      {
        name: "a table turned over",
        bytes: joined(
          table.headers.map((header, index) =>
            [
              header,
              ...table.rows
                .slice(0, bySize(200))
                .map((one) => `"${(one[index] ?? "").replaceAll('"', '""')}"`),
            ].join(","),
          ),
        ),
        at: { line: 1 },
      },
      {
        name: "columns in reverse",
        bytes: write(arranged(table, [...table.headers.keys()].toReversed())),
        lossless: true,
      },
      {
        name: "columns in another order",
        bytes: write(arranged(table, shuffle(mulberry32(SEED), [...table.headers.keys()]))),
        lossless: true,
      },
    ];
  },
});
