import "server-only";
import type { Bilingual } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import { editionsInOrder } from "@/lib/engine/engine";
import { dictionaryOf } from "@/lib/export/dictionary";
import {
  columnsOfTables,
  isOfEdition,
  rowsOfTables,
  TAB_LISTS,
  tabStatements,
  typedColumns,
  type TypedColumn,
} from "@/lib/queries/tables";
import { LIST_WORDS, RELATION_WORDS, TABLE_WORDS } from "@/lib/queries/table-words";

/** A column that SQL can name, in words. */
export type SqlColumn = {
  name: string;
  type: string;
  label: Bilingual;
  unit: Bilingual | null;
  definition: Bilingual;
};

/** Something that stands after FROM: a list of the site, a table of the engine, or a relation with arguments. */
export type SqlSource = {
  name: string;
  kind: "list" | "table" | "relation";
  about: Bilingual;
  /** As SQL writes it. */
  call: string;
  columns: SqlColumn[];
};

function described(columns: readonly TypedColumn[]): SqlColumn[] {
  return dictionaryOf(columns).map(({ column, label, unit, definition }, index) => ({
    ...{ name: column, type: columns[index]!.type, label, unit, definition },
  }));
}

/** Everything that a visitor's SQL can read of an edition, on a basis. */
export async function sqlSources(context: EditionContext): Promise<SqlSource[]> {
  const tables = await columnsOfTables(context);
  const { edition, basis } = context;
  return [
    ...TAB_LISTS.map(({ name, list }): SqlSource => ({
      ...{ name, kind: "list", about: LIST_WORDS[name]!, call: name },
      columns: described(typedColumns(list)),
    })),
    ...[...tables].map(([name, columns]): SqlSource => ({
      ...{ name, kind: "table", about: TABLE_WORDS[name], call: name, columns: described(columns) },
    })),
    ...RELATION_WORDS.map(({ name, takes, about }): SqlSource => ({
      ...{ name, kind: "relation", about, columns: [] },
      call: takes === "both" ? `${name}('${edition.id}', '${basis}')` : `${name}('${edition.id}')`,
    })),
  ];
}

/** Editions of more rows are left where they are: a tab has little memory. */
const OTHER_EDITION_ROWS = 50_000;

/**
 * What a tab loads: the tables, where their rows are, and the statements that make relations of them. The other editions
 * come with the one shown, for questions across editions, but for the fictitious ones and the very large.
 */
export async function tabTables(context: EditionContext) {
  const { state, edition } = context;
  const others = editionsInOrder(state).filter(
    ({ id, manifest, counts }) =>
      id !== edition.id &&
      manifest.kind !== "demo" &&
      counts.organisations + counts.platforms <= OTHER_EDITION_ROWS,
  );
  const [columns, rows] = await Promise.all([columnsOfTables(context), rowsOfTables(context)]);
  return {
    editions: [edition, ...others].map(({ id }) => id),
    rows: [...rows.values()].reduce((sum, count) => sum + count, 0),
    tables: [...columns].map(([name, typed]) => ({
      name,
      columns: typed.map(({ key, type }) => ({ name: key, type })),
      addresses: (isOfEdition(name) ? [edition, ...others] : [edition]).map(
        ({ id }) => `/api/v1/editions/${id}/tables/${name}.parquet`,
      ),
    })),
    statements: tabStatements(context),
  };
}
