"use client";

import { ListTable } from "@/components/table/list-table";
import type { TableCell } from "@/components/table/types";
import { RESULT_FORMATS, type ResultFormat } from "@/lib/explorer/format-names";
import type { Result, ResultCell, ResultColumn } from "@/lib/explorer/types";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/links";
import { SHOWN_ROWS } from "./limits";
import { fill, type ExplorerWords } from "./types";

/** Decimals shown; files have them all. */
const DIGITS = 6;

function shown(cell: ResultCell, column: ResultColumn, locale: Locale): TableCell {
  if (cell === null) return null;
  if (Array.isArray(cell)) return { text: cell.join(", ") };
  // Beyond, a number of the engine's is not exact: written as such rather than digit by digit.
  const exact = typeof cell === "number" && Math.abs(cell) <= Number.MAX_SAFE_INTEGER;
  if (exact && column.kind !== "text")
    return { text: formatNumber(locale, cell, DIGITS), title: String(cell) };
  return { text: String(cell) };
}

/** What a query answered, in the table of the site, and as files made in the tab. */
export function ResultView({
  result,
  name,
  about,
  locale,
  words,
  definitions,
}: {
  result: Result;
  /** Of a file, by its format. */
  name: (format: ResultFormat) => string;
  about: Readonly<Record<string, string>>;
  locale: Locale;
  words: ExplorerWords["result"];
  /** What the columns of the site's own mean, by their name. */
  definitions: Readonly<Record<string, string>>;
}) {
  const { columns, rows, cut, milliseconds } = result;
  const number = (value: number) => formatNumber(locale, value);
  const extent = fill(rows.length === 1 ? words.one : words.many, {
    rows: number(rows.length),
    time: number(milliseconds),
  });
  const numeric = (column: ResultColumn) => column.kind === "integer" || column.kind === "number";

  async function download(format: ResultFormat) {
    const { fileOf } = await import("@/lib/explorer/files");
    const address = URL.createObjectURL(fileOf(result, format, about));
    const link = document.createElement("a");
    link.href = address;
    link.download = name(format);
    link.click();
    // Some browsers read it a moment later.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  return (
    <section className="explorer-result">
      <h2 id="result">{words.title}</h2>
      <p role="status">
        {columns.length === 0 ? words.done : rows.length === 0 ? words.none : extent}{" "}
        {!cut && rows.length > SHOWN_ROWS && fill(words.shown, { shown: number(SHOWN_ROWS) })}
      </p>
      {cut && <p className="explorer-cut">{fill(words.cut, { kept: number(rows.length) })}</p>}
      {rows.length > 0 && (
        <>
          <p className="explorer-downloads">
            <span>{words.download}</span>
            {RESULT_FORMATS.map((format) => (
              <button key={format} type="button" className="button" onClick={() => void download(format)}>
                {format === "parquet" ? "Parquet" : format.toUpperCase()}
              </button>
            ))}
          </p>
          <ListTable
            caption={words.title}
            unknown={words.unknown}
            columns={columns.map((column, index) => ({
              ...{ key: String(index), label: column.name, unit: null, sortHref: null, sorted: null },
              definition: definitions[column.name] ?? column.name,
              align: numeric(column) ? "right" : "left",
            }))}
            rows={rows.slice(0, SHOWN_ROWS).map((row, index) => ({
              id: String(index),
              cells: Object.fromEntries(
                columns.map((column, at) => [String(at), shown(row[at] ?? null, column, locale)]),
              ),
            }))}
          />
        </>
      )}
    </section>
  );
}
