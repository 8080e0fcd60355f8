import "server-only";
import type { TableColumn, TableRowData } from "@/components/table/types";
import { NONE } from "@/lib/codes/types";
import { compareText, formatNumber, formatPercent } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import { sortTerritories, TERRITORY_MEASURES, type Territory } from "@/lib/indicators/territory-measures";
import { localHref, rowsHref, type Locale, type View } from "@/lib/links";
import { columnNotable } from "./notables";
import type { Notable, PageNotes } from "./page-notes";
import { territoryHref } from "./territory-drawing";

export const TERRITORY_SORTS = ["name", ...TERRITORY_MEASURES].flatMap((key) => [key, `-${key}`]);

/** A territory, as notes are about it; nothing where it is that of no code. */
const territoryNotables = ({ key, label }: Territory, locale: Locale): Notable[] =>
  key === NONE ? [] : [{ target: `territory/${key}`, name: label[locale] }];

/** What the table may have notes on. */
export const tableNotables = (territories: readonly Territory[], locale: Locale): Notable[] => [
  ...["name", ...TERRITORY_MEASURES].map((column) => columnNotable(column, locale)),
  ...territories.flatMap((territory) => territoryNotables(territory, locale)),
];

/** The table twin of the map: every measure of every territory; each name leads to the territory's page. */
export function territoryTable(options: {
  territories: readonly Territory[];
  level: "region" | "department";
  sort: string;
  sortHref: (term: string) => string;
  locale: Locale;
  view: View;
  notes: PageNotes;
}): { columns: TableColumn[]; rows: TableRowData[] } {
  const { territories, level, sort, sortHref, locale, view, notes } = options;
  const compare = (a: Territory, b: Territory) => compareText(locale, a.label[locale], b.label[locale]);
  const column = (key: string): TableColumn => {
    const { label, unit, definition } = termOf(key);
    const sorted = sort === key ? "ascending" : sort === `-${key}` ? "descending" : null;
    const first = key === "name" ? key : `-${key}`;
    return {
      key,
      label: label[locale],
      unit: unit?.[locale] ?? null,
      definition: definition[locale],
      align: key === "name" ? "left" : "right",
      noted: notes.noted(columnNotable(key, locale)),
      sorted,
      sortHref: sortHref(sorted === null ? first : sort.startsWith("-") ? key : `-${key}`),
    };
  };
  // A territory outside the register has no page of its own at the level of départements: its name leads to its rows.
  const hrefOf = ({ key, total }: Territory) =>
    key !== NONE && (total || level === "region")
      ? territoryHref(locale, key, view)
      : localHref(locale, rowsHref({ list: "organisations", filters: { [level]: [key] } }, view));
  return {
    columns: ["name", ...TERRITORY_MEASURES].map(column),
    rows: sortTerritories(territories, sort, compare).map((territory) => ({
      id: territory.key,
      noted: territoryNotables(territory, locale).map(notes.noted)[0],
      cells: {
        name: { text: territory.label[locale], href: hrefOf(territory), title: territory.key },
        ...Object.fromEntries(
          TERRITORY_MEASURES.map((measure) => {
            const value = territory[measure];
            const write = measure === "rate" ? formatPercent : formatNumber;
            return [measure, value === null ? null : { text: write(locale, value) }];
          }),
        ),
      },
    })),
  };
}
