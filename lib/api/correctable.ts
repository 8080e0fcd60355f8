import "server-only";
import { kindOf, valueOf } from "@/lib/annotations/targets";
import { CHANNEL_IN_FILES } from "@/lib/codes/channel";
import type { ChannelCode } from "@/lib/codes/types";
import { ORGANISATION_COLUMNS, PLATFORM_COLUMNS } from "@/lib/editions/columns";
import type { EditionContext } from "@/lib/engine/context";
import type { CellValue } from "@/lib/engine/values";
import { organisationCells, platformCells } from "@/lib/queries/file-cells";

const FILES = {
  organisation: { columns: ORGANISATION_COLUMNS, cells: organisationCells },
  platform: { columns: PLATFORM_COLUMNS, cells: platformCells },
} as const;

/** A column that a correction may name, and what the file has there; null where that is not one text. */
export type CorrectableColumn = { column: string; text: string | null };

/** A value as a cell of the file may write it, so that it is read as that value. */
function written(column: string, value: CellValue): string {
  if (column === "channel" && typeof value === "string") return CHANNEL_IN_FILES[value as ChannelCode];
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}

const EITHER = [...new Set(Object.values(FILES).flatMap(({ columns }) => columns.map(({ name }) => name)))];

/**
 * The columns of an organisation's or a platform's file in its order, each with what the file has for that row: none
 * for a column that lists do not show, or where rows that share a SIREN differ. Those of both files, without a text, for
 * any other target, which may still become a row's.
 * @param context undefined when the edition is not served
 */
export async function correctableColumns(
  context: EditionContext | undefined,
  target: string,
): Promise<CorrectableColumn[]> {
  const kind = kindOf(target);
  if (kind !== "organisation" && kind !== "platform") return EITHER.map((column) => ({ column, text: null }));
  const { columns, cells } = FILES[kind];
  const rows = context ? await cells.all(context, { ids: [valueOf(target)] }) : [];
  const said = rows.map((row) => new Map(Object.entries(row) as [string, CellValue][]));
  return columns.map(({ name: column }) => {
    const texts = new Set(
      said.map((row) => (row.has(column) ? written(column, row.get(column) ?? null) : null)),
    );
    const [text = null] = texts.size === 1 ? texts : [];
    return { column, text };
  });
}
