import "server-only";
import { getTranslations } from "next-intl/server";
import type { FacetGroup } from "@/components/table/filter-types";
import type { ListViewProps } from "@/components/table/list-view";
import { tableModel, writeCell } from "@/components/table/model";
import { labelOf, type Dimension } from "@/lib/codes/labels";
import { DATASET_CLASSES, NONE, SIZES, TYPES } from "@/lib/codes/types";
import type { Bilingual } from "@/lib/editions/types";
import type { FacetCount, List } from "@/lib/engine/list";
import type { CellValue } from "@/lib/engine/values";
import { compareText, formatNumber } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import { apiHref, localHref, pageHref, type Locale } from "@/lib/links";
import { DEFAULT_PAGE_SIZE } from "@/lib/queries/request";
import type { ListPageContext } from "./context";
import { absentOf } from "./list-absent";
import { listCorrections, replacedIn } from "./list-corrections";
import { columnNotable } from "./notables";
import { withNotes, type Notable } from "./page-notes";
import { downloadsIn } from "./downloads";

type Row = Record<string, CellValue>;

/** How one list is shown: its address, its words, and what its filters' values mean. */
export type ListPage = {
  list: List;
  path: string;
  /** Path of its API below the edition. */
  resource: string;
  defaultColumns: readonly string[];
  dimensions: Record<string, Dimension>;
  /** Filters that links bring, shown among the others only once they are in use. */
  quiet?: readonly string[];
  typeDimension: Dimension;
  /** Path of a row's own page. */
  pathOf?: (row: Row) => string | null;
  /** Words of values that are codes of no dimension, by filter and column. */
  words?: Record<string, (value: string) => Bilingual>;
  idOf: (row: Row) => string | null;
  /** A row, as notes are about it. */
  notableOf?: (row: Row, locale: Locale) => readonly Notable[];
};

const PAGE_SIZES = [25, 50, 100, 200, 500] as const;

// Filters whose values have an order of their own; the others go by count.
const ORDERS: Record<string, readonly string[]> = { size: SIZES, datasets: DATASET_CLASSES, type: TYPES };

function inOrder(
  name: string,
  counts: FacetCount[],
  locale: Locale,
  dimension: Dimension | undefined,
): FacetCount[] {
  const order = ORDERS[name];
  const rank = ({ value }: FacetCount) =>
    value === NONE
      ? Number.MAX_SAFE_INTEGER
      : order
        ? order.includes(value)
          ? order.indexOf(value)
          : order.length
        : 0;
  const label = (count: FacetCount) => (dimension ? labelOf(dimension, count.value)[locale] : count.value);
  return counts.toSorted(
    (a, b) => rank(a) - rank(b) || b.count - a.count || compareText(locale, label(a), label(b)),
  );
}

/** Everything a list's page shows, asked in one go of one context. */
export async function listProps(
  page: ListPage,
  locale: Locale,
  bare: ListPageContext,
  words: { title: string; intro: string },
): Promise<ListViewProps> {
  const { list } = page;
  const { context, view, params, address, corrections } = bare;
  const t = await getTranslations({ locale, namespace: "lists" });
  const notes = await getTranslations({ locale, namespace: "notes" });
  const { request, page: number, pageSize } = address;
  const names = Object.keys(list.filters);
  const absent = absentOf(list, context.edition);
  const nothing = { filters: {}, q: null, sort: [] };
  const downloads = await downloadsIn(locale);
  const offered = names.filter((name) => !page.quiet?.includes(name) || request.filters[name]?.length);
  const [found, all] = await Promise.all([
    list.page(context, request, number, pageSize, { names: offered, scope: "choices" }),
    list.total(context, nothing),
  ]);

  const chosen = params.has("columns") ? address.columns : page.defaultColumns;
  const asked: Record<string, string | number | readonly string[] | null> = {
    ...request.filters,
    q: request.q,
    corrections: address.corrections ? "1" : null,
    sort: request.sort,
    columns: params.has("columns") ? chosen : null,
    page_size: pageSize === DEFAULT_PAGE_SIZE ? null : pageSize,
  };
  const href = (changes: typeof asked) =>
    localHref(locale, pageHref(page.path, view, { ...asked, ...changes }));
  const labelFor = (name: string, value: string) => {
    const dimension = page.dimensions[name] ?? "none";
    const words = page.words?.[name];
    if (words && value !== NONE) return words(value)[locale];
    return value === NONE || page.dimensions[name] ? labelOf(dimension, value)[locale] : value;
  };

  const columnNotables = chosen.map((column) => columnNotable(column, locale));
  const rowNotables = (found.rows as Row[]).flatMap((row) => page.notableOf?.(row, locale) ?? []);
  const noted = await withNotes(bare, locale, [...columnNotables, ...rowNotables]);

  const groups = names.map((name): FacetGroup => {
    const checked = request.filters[name] ?? [];
    const counts = found.facets[name] ?? [];
    const gone = checked.filter((value) => !counts.some((count) => count.value === value));
    return {
      name,
      label: termOf(name).label[locale],
      active: checked.length,
      choices: inOrder(
        name,
        [...counts, ...gone.map((value) => ({ value, count: 0 }))],
        locale,
        page.dimensions[name],
      ).map(({ value, count }) => ({
        value,
        label: labelFor(name, value),
        count: formatNumber(locale, count),
        checked: checked.includes(value),
      })),
    };
  });

  const chips = [
    ...(request.q ? [{ label: t("quoted", { text: request.q }), removeHref: href({ q: null }) }] : []),
    ...names.flatMap((name) =>
      (request.filters[name] ?? []).map((value, _, values) => ({
        label: t("chip", { name: termOf(name).label[locale], value: labelFor(name, value) }),
        removeHref: href({ [name]: values.filter((other) => other !== value) }),
      })),
    ),
  ];

  const last = Math.max(1, Math.ceil(found.total / pageSize));
  const first = found.rows.length === 0 ? 0 : (number - 1) * pageSize + 1;
  const shown = params.has("columns") ? address.columns : list.columns;
  const fileHref = (parameters: Record<string, string | null>) =>
    apiHref(context.edition.id, page.resource, context.basis, {
      ...request.filters,
      q: request.q,
      corrections: asked.corrections ?? null,
      // The file has the page's order, even where the page did not ask for it.
      sort: request.sort.length > 0 ? request.sort : [list.defaultSort],
      columns: params.has("columns") ? chosen : null,
      ...parameters,
    });
  const otherBasis = context.basis === "corrected" ? "file" : "corrected";

  return {
    ...words,
    locale,
    action: localHref(locale, page.path),
    q: request.q ?? "",
    groups: groups.filter(
      ({ name, active }) => active > 0 || !(page.quiet?.includes(name) || absent.filters(name)),
    ),
    absent: absent.file
      ? t("absentFile")
      : absent.columns.length > 0
        ? t("absent", { columns: absent.columns.map((key) => termOf(key).label[locale]).join(", ") })
        : null,
    choosable: list.columns.map((key) => ({
      key,
      label: termOf(key).label[locale],
      shown: chosen.includes(key),
    })),
    pageSize: { value: pageSize, choices: PAGE_SIZES },
    hidden: {
      ...(address.corrections && { corrections: "1" }),
      ...(request.sort.length > 0 && { sort: request.sort.join(",") }),
      ...(view.basis !== "corrected" && { basis: view.basis }),
      ...(view.edition && { edition: view.edition }),
    },
    chips,
    clearHref: localHref(locale, pageHref(page.path, view, { corrections: asked.corrections ?? null })),
    footnotes: { groups: noted.notes.groups, title: notes("label"), close: notes("marks.close") },
    corrections: await listCorrections({
      ...{ corrections, on: address.corrections, page: bare, locale },
      hrefs: { off: href({ corrections: null }), on: href({ corrections: "1" }) },
      write: (column, value) => writeCell(column, value, locale, page.typeDimension, page.words?.[column]),
    }),
    table: tableModel({
      locale,
      columns: chosen,
      sortable: list.sortable,
      sort: request.sort.length > 0 ? request.sort : [list.defaultSort],
      rows: found.rows as Row[],
      rowId: (row, index) => `${page.idOf(row) ?? "row"}-${(number - 1) * pageSize + index}`,
      typeDimension: page.typeDimension,
      words: page.words,
      columnNoted: (column) => noted.notes.noted(columnNotable(column, locale)),
      rowNoted: (row) => page.notableOf?.(row, locale).map(noted.notes.noted)[0],
      replaced: (row) => (address.corrections && corrections ? replacedIn(corrections, page.idOf(row)) : {}),
      rowHref: (row) => {
        const path = page.pathOf?.(row);
        return path ? localHref(locale, pageHref(path, view)) : null;
      },
      sortHref: (term) => href({ sort: [term] }),
    }),
    counts: {
      ...{ total: found.total, all, rows: found.rows.length, first },
      last: first === 0 ? 0 : first + found.rows.length - 1,
    },
    pages: {
      page: number,
      of: last,
      previousHref: number > 1 ? href({ page: number > 2 ? Math.min(number - 1, last) : null }) : null,
      nextHref: number < last ? href({ page: number + 1 }) : null,
    },
    downloads: downloads({ rows: found.total, columns: shown, sample: found.rows as Row[], href: fileHref }),
    basisLink: {
      label: t(`basis.to.${otherBasis}`),
      note: t(`basis.now.${context.basis}`),
      href: localHref(locale, pageHref(page.path, { ...view, basis: otherBasis }, asked)),
    },
  };
}
