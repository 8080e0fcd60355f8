"use client";

import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import Link from "next/link";
import { useMemo } from "react";
import { NoteMark } from "@/components/notes/note-mark";
import { SortMark } from "./sort-mark";
import type { TableCell, TableColumn, TableRowData } from "./types";

// Rows come sorted, filtered and paged from the server: the table's core is all that is needed.
const features = tableFeatures({});
const helper = createColumnHelper<typeof features, TableRowData>();

function CellText({ cell, unknown }: { cell: TableCell; unknown: string }) {
  if (cell === null)
    return (
      <span title={unknown} className="text-subtle">
        —<span className="sr-only"> {unknown}</span>
      </span>
    );
  if (cell.external)
    return (
      <a href={cell.href} title={cell.title} rel="noopener noreferrer nofollow" className="link">
        {cell.text}
      </a>
    );
  if (cell.href)
    return (
      <Link href={cell.href} prefetch={false} title={cell.title} className="link">
        {cell.text}
      </Link>
    );
  return <span title={cell.title}>{cell.text}</span>;
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
 * works without JavaScript; it scrolls inside itself, its header and first column stay.
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
  const columnOf = new Map(columns.map((column) => [column.key, column]));

  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="list-table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const column = columnOf.get(header.column.id);
                if (!column) return null;
                return (
                  <th
                    key={header.id}
                    scope="col"
                    data-align={column.align}
                    aria-sort={column.sorted ?? (column.sortHref ? "none" : undefined)}
                    title={column.definition}
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
                    {column.unit && <span className="list-table-unit">{column.unit}</span>}
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
  );
}
