import "server-only";
import { publishedNotes, type Note } from "@/lib/annotations";
import { kindOf, valueOf } from "@/lib/annotations/targets";
import { readCell } from "@/lib/editions/proposed";
import type { EditionContext } from "@/lib/engine/context";
import { PATCHABLE, type Patch, type Patchable } from "@/lib/engine/patches";
import type { CellValue } from "@/lib/engine/values";
import { organisationCells, platformCells } from "@/lib/queries/file-cells";
import { organisations } from "@/lib/queries/organisations";
import { platforms } from "@/lib/queries/platforms";
import type { StoreDb } from "@/lib/store";
import type { CorrectedCell, Corrections, CorrectionSkipped } from "./correction-types";

const LISTS = {
  organisations: { entity: "organisation", list: organisations, cells: organisationCells },
  platforms: { entity: "platform", list: platforms, cells: platformCells },
} as const;
export type CorrectableList = keyof typeof LISTS;

/** Whether a list's rows may be read with corrections. */
export const isCorrectable = (list: string): list is CorrectableList => Object.hasOwn(LISTS, list);

type FileRow = Readonly<Record<string, CellValue>> & { id: string; line: number };
type Shape = Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>>;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const signed = ({ id, language, target, author_name, published_at, updated_at }: Note, row?: FileRow) => ({
  name: row ? String(row.name) : null,
  ...{ note: id, language, target, author: author_name },
  date: published_at ?? updated_at,
});

/** What one correction does to the rows it names, or why it can't be applied to them. */
function judge(
  note: Note,
  entity: Patchable,
  shape: Shape,
  rows: readonly FileRow[],
): Omit<CorrectedCell, keyof ReturnType<typeof signed>> | CorrectionSkipped["why"] {
  const { correction } = note;
  if (!correction || !Object.hasOwn(PATCHABLE[entity], correction.column)) return "column";
  const { column } = correction;
  if (rows.length === 0) return "gone";
  // What the correction says of the file must be what the file says, read the same way, or it speaks of another state.
  const before = readCell(entity, column, correction.file_value).value;
  if (!rows.every((row) => same(row[column], before))) return "differs";
  const after = readCell(entity, column, correction.proposed);
  if (!after.readable || !shape[column]?.safeParse(after.value).success) return "value";
  const { proof, reason } = correction;
  return {
    id: valueOf(note.target),
    column,
    before: before as CellValue,
    after: after.value as CellValue,
    reason,
    proof,
  };
}

/** The cells of one row put together, for the engine. */
function patchesOf(cells: readonly CorrectedCell[], rows: readonly FileRow[]): Patch[] {
  return rows.flatMap(({ id, line }) => {
    const own = cells.filter((cell) => cell.id === id);
    const values = Object.fromEntries(own.map(({ column, after }) => [column, after]));
    return own.length > 0 ? [{ ...values, line, set: own.map(({ column }) => column) }] : [];
  });
}

/**
 * The published corrections of a list's rows: the cells they change, those that can't be applied with the reason, and
 * what the engine reads the list with. Of two corrections of a cell the newest counts. @throws StoreUnavailable
 */
export async function correctionsOf(
  context: EditionContext,
  name: CorrectableList,
  db?: StoreDb,
): Promise<Corrections> {
  const { entity, list, cells } = LISTS[name];
  const found = await publishedNotes({ edition: context.edition.id, kind: "correction" }, 1, 100_000, db);
  const notes = found.notes.filter(({ target }) => kindOf(target) === entity);
  const ids = [...new Set(notes.map(({ target }) => valueOf(target)))];
  const rows = ids.length > 0 ? ((await cells.all(context, { ids })) as FileRow[]) : [];
  const applied: CorrectedCell[] = [];
  const skipped: CorrectionSkipped[] = [];
  for (const note of notes) {
    const own = rows.filter(({ id }) => id === valueOf(note.target));
    const judged = judge(note, entity, list.row.shape, own);
    const older =
      typeof judged !== "string" &&
      applied.some(({ id, column }) => id === judged.id && column === judged.column);
    if (typeof judged !== "string" && !older) applied.push({ ...signed(note, own[0]), ...judged });
    else
      skipped.push({
        ...signed(note, own[0]),
        ...{ column: note.correction?.column ?? "", proposed: note.correction?.proposed ?? "" },
        why: typeof judged === "string" ? judged : "older",
      });
  }
  const patches = patchesOf(applied, rows);
  return {
    applied,
    skipped,
    cells: patches.reduce((sum, { set }) => sum + set.length, 0),
    rows: patches.length,
    patches: JSON.stringify(patches),
  };
}

/** The same context, its lists read with corrections. */
export const patchedBy = (context: EditionContext, { patches }: Corrections): EditionContext => ({
  ...context,
  patches,
});
