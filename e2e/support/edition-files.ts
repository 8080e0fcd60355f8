import { readFileSync } from "node:fs";

const DEMO = readFileSync("data/editions/demo/organisations.csv", "utf8").split("\n");
/** The demonstration's first organisations, as a file to choose. */
export const organisations = (rows: number, more = "") => ({
  ...{ name: "export.csv", mimeType: "text/csv" },
  buffer: Buffer.from(`${DEMO.slice(0, rows + 1).join("\n")}\n${more}`),
});
export const platforms = () => ({
  ...{ name: "plateformes.csv", mimeType: "text/csv" },
  buffer: readFileSync("data/editions/demo/plateformes.csv"),
});
/** SIREN of one of the demonstration's rows, the first being 1. */
export const sirenAt = (row: number): string => {
  const siren = /(?<!\d)\d{9}(?!\d)/.exec(DEMO[row] ?? "")?.[0];
  if (!siren) throw new Error(`row ${row} has no SIREN`);
  return siren;
};
