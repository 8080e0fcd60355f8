import "server-only";
import { getTranslations } from "next-intl/server";
import type { ListCorrections } from "@/components/table/list-corrections";
import type { TableCell } from "@/components/table/types";
import type { Corrections } from "@/lib/api/correction-types";
import type { CellValue } from "@/lib/engine/values";
import { formatDate, formatNumber } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import type { Locale } from "@/lib/links";
import { noteHref } from "./notes";
import { targetHref } from "./note-targets";
import type { PageContext } from "./context";

/** What the file has in the cells of one row that corrections replaced, by column. */
export const replacedIn = (corrections: Corrections, id: string | null): Record<string, CellValue> =>
  Object.fromEntries(
    corrections.applied.filter((cell) => cell.id === id).map(({ column, before }) => [column, before]),
  );

/**
 * The choice between cells as published and with corrections, what it changes, and the list of them; null where there
 * is nothing to choose. @param options.hrefs addresses of both
 */
export async function listCorrections(options: {
  corrections: Corrections | null;
  on: boolean;
  page: PageContext;
  locale: Locale;
  hrefs: { off: string; on: string };
  write: (column: string, value: CellValue) => TableCell;
}): Promise<ListCorrections | null> {
  const { corrections, on, page, locale, hrefs, write } = options;
  if (!corrections || (!on && corrections.applied.length + corrections.skipped.length === 0)) return null;
  const t = await getTranslations({ locale, namespace: "lists.corrections" });
  const { cells, rows, applied, skipped } = corrections;
  const edition = page.context.edition.id;
  const said = (one: {
    note: string;
    name: string | null;
    target: string;
    column: string;
    author: string;
    date: string;
  }) => ({
    key: one.note,
    row: one.name ?? one.target,
    href: targetHref({ target: one.target, edition }, page.view, locale),
    column: termOf(one.column).label[locale],
    by: t("by", { author: one.author, date: formatDate(locale, one.date) }),
    noteHref: noteHref(locale, { id: one.note, edition }),
  });
  const text = (column: string, value: CellValue) => write(column, value)?.text ?? t("blank");
  return {
    label: t("label"),
    choices: [
      { label: t("off"), href: hrefs.off, current: !on },
      { label: t("on"), href: hrefs.on, current: on },
    ],
    line: t(on ? "changed" : "would", {
      cells,
      writtenCells: formatNumber(locale, cells),
      rows,
      writtenRows: formatNumber(locale, rows),
      skipped: skipped.length,
      writtenSkipped: formatNumber(locale, skipped.length),
    }),
    indicators: t("indicators"),
    list: t("list"),
    applied: applied.map((one) => ({
      ...said(one),
      before: text(one.column, one.before),
      after: text(one.column, one.after),
      reason: one.reason,
      proof: one.proof,
    })),
    skippedTitle: t("skipped"),
    skipped: skipped.map((one) => ({ ...said(one), proposed: one.proposed, why: t(`why.${one.why}`) })),
    proof: t("proof"),
  };
}
