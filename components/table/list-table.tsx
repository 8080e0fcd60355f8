"use client";

import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import Link from "next/link";
import { useMemo, type CSSProperties } from "react";
import { NoteMark } from "@/components/notes/note-mark";
import { unitBeside } from "@/components/ui/unit";
import { fit } from "./fit";
import { SortMark } from "./sort-mark";
import type { TableCell, TableColumn, TableRowData } from "./types";

// Rows come sorted, filtered and paged from the server: the table's core is all that is needed.
const features = tableFeatures({});
const helper = createColumnHelper<typeof features, TableRowData>();

/** Rows that are shown whole, however low the window. */
const SHORT = 30;
/** Letters from which a text may not stand on two lines. */
const LONG = 24;

function CellText({ cell, unknown }: { cell: TableCell; unknown: string }) {
  if (cell === null)
    return (
      <span title={unknown} className="text-subtle">
        —<span className="sr-only"> {unknown}</span>
      </span>
    );
  // Of what two lines may cut, the whole is a hover away.
  const long = cell.text.length > LONG || undefined;
  const title = cell.title ?? (long && cell.text);
  if (cell.external)
    return (
      <a href={cell.href} title={title} data-long={long} rel="noopener noreferrer nofollow" className="link">
        {cell.text}
      </a>
    );
  if (cell.href)
    return (
      <Link href={cell.href} prefetch={false} title={title} data-long={long} className="link">
        {cell.text}
      </Link>
    );
  return (
    <span title={title} data-long={long}>
      {cell.text}
    </span>
  );
}

/** A cell, after what a correction takes the place of. */
function Cell({ row, column, unknown }: { row: TableRowData; column: string; unknown: string }) {
  const cell = <CellText cell={row.cells[column] ?? null} unknown={unknown} />;
  const before = row.replaced?.[column];
  if (before === undefined) return cell;
  return (
    <span className="corrected">
      <del>
        <CellText cell={before} unknown={unknown} />
      </del>{" "}
      <ins>{cell}</ins>
    </span>
  );
}

/**
 * The rows of a list, drawn on the server and kept in step in the browser. Headers are links that sort, so the table
 * works without JavaScript. Where its columns have the room they need it scrolls with the page, under its header; where
 * they have not, it scrolls inside itself and its first column stays too.
 */
export function ListTable({
  caption,
  columns,
  rows,
  unknown,
}: {
  caption: string;
  columns: TableColumn[];
  rows: TableRowData[];
  /** Words for a value that is not known. */
  unknown: string;
}) {
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((column) =>
          helper.accessor((row) => row.cells[column.key] ?? null, {
            id: column.key,
            header: column.label,
            cell: ({ row }) => <Cell row={row.original} column={column.key} unknown={unknown} />,
          }),
        ),
      ),
    [columns, unknown],
  );
  const table = useTable({ features, columns: definitions, data: rows, getRowId: (row) => row.id });
  const { widths, room } = useMemo(() => fit(columns, rows), [columns, rows]);
  const short = rows.length <= SHORT || undefined;
  const columnOf = new Map(columns.map((column) => [column.key, column]));

  return (
    <div className="list-frame" data-room={room}>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="list-table" role="region" aria-label={caption} tabIndex={0} data-short={short}>
        <table>
          <caption className="sr-only">{caption}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header, index) => {
                  const column = columnOf.get(header.column.id);
                  if (!column) return null;
                  const unit = unitBeside(column.label, column.unit);
                  return (
                    <th
                      key={header.id}
                      scope="col"
                      data-align={column.align}
                      aria-sort={column.sorted ?? (column.sortHref ? "none" : undefined)}
                      title={column.definition}
                      style={{ "--col": `${widths[index]}px` } as CSSProperties}
                    >
                      {column.sortHref ? (
                        <Link
                          href={column.sortHref}
                          prefetch={false}
                          scroll={false}
                          className="list-table-sort"
                        >
                          {column.label} <SortMark sorted={column.sorted} />
                        </Link>
                      ) : (
                        column.label
                      )}
                      <NoteMark noted={column.noted} />
                      {unit && <span className="list-table-unit">{unit}</span>}
                    </th>
                  );
                })}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id}>
                {row.getAllCells().map((cell, index) => {
                  const align = columnOf.get(cell.column.id)?.align;
                  const content = <table.FlexRender cell={cell} />;
                  return index === 0 ? (
                    <th key={cell.id} scope="row" data-align={align}>
                      {content}
                      <NoteMark noted={row.original.noted} />
                    </th>
                  ) : (
                    <td key={cell.id} data-align={align}>
                      {content}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
