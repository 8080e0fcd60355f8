import { readOriginal, write, type FileName, type Table } from "./table";
import type { Family, Made } from "./variant";

const swapped = (table: Table, a: number, b: number): Table => ({
  ...table,
  headers: table.headers.with(a, table.headers[b] ?? "").with(b, table.headers[a] ?? ""),
});

/** Every two headers of a file exchanged, their cells staying where they are. */
export const swapsOf = (folder: string): Family => ({
  name: "two headers exchanged",
  make(file: FileName): Made[] {
    const table = readOriginal(folder, file);
    return table.headers.flatMap((one, a) =>
      table.headers.slice(a + 1).map((other, index): Made => {
        const b = a + 1 + index;
        return { name: `${one} ↔ ${other}`, bytes: write(swapped(table, a, b)) };
      }),
    );
  },
});
