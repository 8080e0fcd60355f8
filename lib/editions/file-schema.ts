import { COLUMN_TYPES, type CellType } from "./column-types";
import { matchColumns, ORGANISATION_COLUMNS, PLATFORM_COLUMNS, type Column } from "./columns";
import type { EditionFile } from "./types";

/** One column of a file: its header as published, its name in the program, null when it is not read. */
export type FileColumn = { header: string; name: string | null; type: CellType | null };

const SCHEMAS: Readonly<Record<EditionFile["resource"], readonly Column<string>[]>> = {
  organisations: ORGANISATION_COLUMNS,
  plateformes: PLATFORM_COLUMNS,
};

/** Every column of a file in its order, those outside the schema with them. */
export function columnsOf({ resource, headers }: Pick<EditionFile, "resource" | "headers">): FileColumn[] {
  const places = [...matchColumns(headers, SCHEMAS[resource]).columns];
  return headers.map((header, index) => {
    const name = places.find(([, place]) => place === index)?.[0] ?? null;
    return { header, name, type: name === null ? null : (COLUMN_TYPES[name] ?? null) };
  });
}

/** Columns of the schema that a file lacks, by their published header. */
export function absentColumns({
  resource,
  columns,
}: Pick<EditionFile, "resource" | "columns">): FileColumn[] {
  return SCHEMAS[resource]
    .filter(({ name }) => !columns.includes(name))
    .map(({ header, name }) => ({ header, name, type: COLUMN_TYPES[name] ?? null }));
}
