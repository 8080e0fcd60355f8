import "server-only";
import type { Fact } from "@/components/entity/facts";
import { tableModel } from "@/components/table/model";
import type { Dimension } from "@/lib/codes/labels";
import { absentFrom } from "@/lib/editions/absent";
import type { CellValue } from "@/lib/engine/values";
import { termOf } from "@/lib/glossary";
import type { Locale } from "@/lib/links";
import { columnNotable } from "./notables";
import type { NotedPage } from "./page-notes";

const ABSENT = { fr: "absent de cette édition", en: "not in this edition" } as const;

/** Where a term is read in one of the files: a concept of both has a source in each. */
function sourceIn(file: string, source: string | undefined): string | undefined {
  const sources = source?.split(" ; ") ?? [];
  return sources.find((one) => one.startsWith(file)) ?? sources[0]?.replace(/^[a-z]+\.csv/, file);
}

/**
 * The facts of one row, written as the lists write them.
 * @param options.links addresses that some facts lead to
 * @param options.notes what is said beside the source of some facts
 */
export function factsOf(options: {
  row: Record<string, CellValue>;
  keys: readonly string[];
  typeDimension: Dimension;
  locale: Locale;
  /** Whose notes stand beside the columns. */
  page: NotedPage;
  links?: Readonly<Record<string, string | null>>;
  notes?: Readonly<Record<string, string>>;
}): Fact[] {
  const { row, keys, typeDimension, locale, page, links = {}, notes = {} } = options;
  const file = typeDimension === "platformType" ? "plateformes.csv" : "organisations.csv";
  const absent = absentFrom(page.context.edition, file);
  const { columns, rows } = tableModel({
    ...{ locale, columns: keys, sortable: [], sort: [], rows: [row], typeDimension },
    rowId: () => "row",
    sortHref: () => "",
  });
  return columns.map(({ key, label, definition, unit }) => {
    const cell = rows[0]?.cells[key] ?? null;
    const href = links[key];
    return {
      ...{ key, label, definition, unit },
      noted: page.notes.noted(columnNotable(key, locale)),
      source: absent?.has(key)
        ? ABSENT[locale]
        : [sourceIn(file, termOf(key).source), notes[key]].filter(Boolean).join(" · ") || null,
      cell: cell && href ? { ...cell, href } : cell,
    };
  });
}
