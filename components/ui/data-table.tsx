import Link from "next/link";
import type { ReactNode } from "react";
import { NoteMark } from "@/components/notes/note-mark";
import type { Noted } from "@/components/notes/types";
import { unitBeside } from "./unit";
import { Unknown } from "./unknown";

export type DataColumn = {
  key: string;
  label: string;
  unit?: string;
  align: "left" | "right";
  noted?: Noted | undefined;
};
/** A cell is written for the reader; null is unknown. */
export type DataRow = {
  key: string;
  href?: string | null;
  noted?: Noted | undefined;
  cells: Record<string, string | null>;
};

/** A plain table: the first column names the row and leads to what it counts. */
export function DataTable({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: DataColumn[];
  rows: (Omit<DataRow, "cells"> & { cells: Record<string, ReactNode> })[];
}) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="data-table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, unit, align, noted }) => {
              const beside = unitBeside(label, unit);
              return (
                <th key={key} scope="col" data-align={align}>
                  {label}
                  {beside && <small> ({beside})</small>}
                  <NoteMark noted={noted} />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {columns.map((column, index) => {
                const text = row.cells[column.key] ?? null;
                const content = text === null ? <Unknown /> : text;
                return index === 0 ? (
                  <th key={column.key} scope="row">
                    {row.href ? (
                      <Link href={row.href} prefetch={false} className="link">
                        {content}
                      </Link>
                    ) : (
                      content
                    )}
                    <NoteMark noted={row.noted} />
                  </th>
                ) : (
                  <td key={column.key} data-align={column.align}>
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
