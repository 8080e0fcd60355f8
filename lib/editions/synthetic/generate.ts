import { stringify } from "csv-stringify/sync";
import { damageOrganisation } from "./faults";
import { ORGANISATION_COLUMNS, organisationAt } from "./organisations";
import { planEdition, type EditionOptions, type Plan } from "./plan";
import { PLATFORM_HEADERS, platformRows } from "./platform-rows";

/** Rows turned into text at a time. */
const BATCH = 500;

/** Text of one file, piece by piece, and how many rows a piece holds. */
export type Piece = { text: string; rows: number };

export type SyntheticEdition = {
  /** Rows of each file. */
  rows: { organisations: number; platforms: number };
  organisations: () => Generator<Piece>;
  platforms: () => Generator<Piece>;
};

type Dialect = { delimiter: "," | ";"; record_delimiter: "\n" | "\r\n"; bom: boolean };

function* inPieces(headers: readonly string[], rows: Iterable<string[]>, dialect: Dialect): Generator<Piece> {
  yield { text: stringify([[...headers]], dialect), rows: 0 };
  let batch: string[][] = [];
  const piece = (): Piece => ({ text: stringify(batch, { ...dialect, bom: false }), rows: batch.length });
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield piece();
    batch = [];
  }
  if (batch.length > 0) yield piece();
}

function* organisationRows(plan: Plan): Generator<string[]> {
  for (let row = 0; row < plan.options.rows; row++) {
    const cells = organisationAt(plan, row);
    if (plan.options.faults) damageOrganisation(cells, row, plan);
    yield ORGANISATION_COLUMNS.map(([, cell]) => cells[cell]);
  }
}

/**
 * Makes an edition of invented organisations and platforms, the same to the byte for the same options. Text comes in
 * pieces, and the same piece whenever it is asked for: memory does not grow with the text.
 *
 * With faults, organisations.csv is as the real one (byte-order mark, commas) with CRLF, and plateformes.csv the other
 * way round (no mark, semicolons, LF).
 * @throws RangeError when the options contradict one another
 */
export function generateEdition(options: EditionOptions): SyntheticEdition {
  const plan = planEdition(options);
  const { rows, platforms, faults } = plan.options;
  const plain: Dialect = { delimiter: ",", record_delimiter: "\n", bom: false };
  const headers = ORGANISATION_COLUMNS.map(([header]) => header);
  return {
    rows: { organisations: rows, platforms },
    organisations: () =>
      inPieces(
        headers,
        organisationRows(plan),
        faults ? { ...plain, record_delimiter: "\r\n", bom: true } : plain,
      ),
    platforms: () =>
      inPieces(PLATFORM_HEADERS, platformRows(plan), faults ? { ...plain, delimiter: ";" } : plain),
  };
}
