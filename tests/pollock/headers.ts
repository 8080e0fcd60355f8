import { joined, readOriginal, recordsOf, write } from "./table";
import type { Family, Made } from "./variant";

/** Headers that are missing, changed, doubled or shifted. */
export const headersFamily = (folder: string): Family => ({
  name: "header",
  make(file): Made[] {
    const table = readOriginal(folder, file);
    const first = { line: 1 };
    const headed = (
      name: string,
      change: (header: string, index: number) => string,
      more: Partial<Made> = {},
    ): Made => ({
      name,
      bytes: write({ ...table, headers: table.headers.map(change) }),
      ...more,
    });
    const required = file === "organisations.csv" ? ["siren", "nom", "type"] : ["Nom"];
    const known = table.headers.slice(0, 16);
    return [
      { name: "no header", bytes: joined(recordsOf(table).slice(1)), at: first },
      headed("every header blank", () => "", { at: { line: 2 } }),
      headed("in capitals", (header) => header.toUpperCase(), { lossless: true }),
      headed("without accents", (header) => header.normalize("NFD").replace(/\p{M}/gu, ""), {
        lossless: true,
      }),
      headed("with spaces around", (header) => `  ${header} `, { lossless: true }),
      headed("with underscores", (header) => header.replaceAll("-", "_"), { lossless: true }),
      headed("with a line end in each", (header) => `${header}\n`, { lossless: true }),
      headed("in quotes twice", (header) => `"${header}"`, { lossless: true }),
      headed("in another language", (_, index) => `field ${index + 1}`, { at: first }),
      headed("shifted left", (_, index) => table.headers[(index + 1) % table.headers.length] ?? "", {
        at: undefined,
      }),
      headed("shifted right", (_, index) => table.headers.at(index - 1) ?? "", { at: undefined }),
      headed("in reverse", (_, index) => table.headers.at(-1 - index) ?? ""),
      headed("sorted", (_, index) => table.headers.toSorted()[index] ?? ""),
      headed("without its last", (header) => header, {
        bytes: joined(
          recordsOf(table).with(0, recordsOf({ ...table, headers: table.headers.slice(0, -1) })[0] ?? ""),
        ),
        at: { line: 2 },
      }),
      headed("with one too many", (header) => header, {
        bytes: joined(recordsOf(table).with(0, `${recordsOf(table)[0]},autre`)),
        at: { line: 2 },
      }),
      ...required.map((one) =>
        headed(`“${one}” left blank`, (header) => (header === one ? "" : header), { at: first }),
      ),
      ...known
        .filter((one) => !required.includes(one))
        .map((one) => headed(`“${one}” left blank`, (header) => (header === one ? "" : header))),
      ...[1, 4, 9].map((index) =>
        headed(
          `the ${index + 1}th given twice`,
          (header, at) => (at === index + 1 ? (table.headers[index] ?? "") : header),
          { at: first },
        ),
      ),
    ];
  },
});
