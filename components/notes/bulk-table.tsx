"use client";

import Link from "next/link";
import { useActionState, useRef, type ChangeEvent } from "react";
import { SortMark } from "@/components/table/sort-mark";
import type { Option } from "./types";

/** What came of changing many: of each note, or of all of them. */
export type BulkState = {
  error?: string;
  results: readonly { id: string; target: string | null; outcome: string }[];
};

type Props = {
  action: (state: BulkState, form: FormData) => Promise<BulkState>;
  locale: string;
  columns: readonly {
    key: string;
    label: string;
    sort: { href: string; sorted: "ascending" | "descending" | null } | null;
  }[];
  rows: readonly {
    value: string;
    href: string;
    select: string;
    name: string;
    code: string;
    cells: readonly string[];
  }[];
  changes: readonly Option[];
  outcomes: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  words: Readonly<Record<"caption" | "label" | "apply" | "all" | "gone", string>>;
};

/** A table whose rows are chosen and changed together; each tells what came of it. A plain form, without script too. */
export function BulkTable({ action, locale, columns, rows, changes, outcomes, errors, words }: Props) {
  const [state, send, waiting] = useActionState(action, { results: [] });
  const table = useRef<HTMLTableElement>(null);
  const chooseAll = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    for (const box of table.current?.querySelectorAll<HTMLInputElement>('input[name="note"]') ?? [])
      box.checked = currentTarget.checked;
  };
  return (
    <form action={send} className="bulk" aria-busy={waiting}>
      <input type="hidden" name="locale" value={locale} />
      <div role="alert">{state.error && <p className="form-error">{errors[state.error]}</p>}</div>
      <div role="status">
        {state.results.length > 0 && (
          <ul className="form-done bulk-results">
            {state.results.map(({ id, target, outcome }) => (
              <li key={id} data-outcome={outcome}>
                <strong>{target ?? words.gone}</strong> {outcomes[outcome]}
              </li>
            ))}
          </ul>
        )}
      </div>
      {rows.length > 0 && (
        <>
          {/* A region that scrolls must be reachable by keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="data-table" role="region" aria-label={words.caption} tabIndex={0}>
            <table ref={table}>
              <caption className="sr-only">{words.caption}</caption>
              <thead>
                <tr>
                  <td>
                    <label className="bulk-box bulk-all">
                      <input type="checkbox" onChange={chooseAll} />
                      <span className="sr-only">{words.all}</span>
                    </label>
                  </td>
                  {columns.map(({ key, label, sort }) => (
                    <th key={key} scope="col" aria-sort={sort?.sorted ?? undefined}>
                      {sort ? (
                        <Link href={sort.href} prefetch={false} scroll={false} className="bulk-sort">
                          {label} <SortMark sorted={sort.sorted} />
                        </Link>
                      ) : (
                        label
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ value, href, select, name, code, cells }) => (
                  <tr key={value}>
                    <td>
                      <label className="bulk-box">
                        <input type="checkbox" name="note" value={value} />
                        <span className="sr-only">{select}</span>
                      </label>
                    </td>
                    <th scope="row">
                      <Link href={href} prefetch={false} scroll={false} className="link">
                        {name}
                      </Link>
                      <code>{code}</code>
                    </th>
                    {cells.map((cell, index) => (
                      <td key={columns[index + 1]?.key}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="bulk-bar">
            <label htmlFor="bulk-change">{words.label}</label>
            <select id="bulk-change" name="change">
              {changes.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <button className="button" aria-disabled={waiting || undefined}>
              {words.apply}
            </button>
          </div>
        </>
      )}
    </form>
  );
}
