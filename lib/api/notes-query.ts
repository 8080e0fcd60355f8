import "server-only";
import { z } from "zod";
import {
  kindOf,
  NOTE_KINDS,
  noteCounts,
  TARGET_KINDS,
  valueOf,
  type Note,
  type NoteFilters,
} from "@/lib/annotations";
import { LABELS } from "@/lib/codes/labels";
import { REGIONS } from "@/lib/codes/regions";
import type { EditionContext } from "@/lib/engine/context";
import type { Column } from "@/lib/engine/kinds";
import type { List } from "@/lib/engine/list";
import { presentIn } from "@/lib/engine/relation";
import type { CellValue } from "@/lib/engine/values";
import { organisations } from "@/lib/queries/organisations";
import { platforms } from "@/lib/queries/platforms";
import { BadAddress, readPaging, type ParameterError } from "@/lib/queries/request";
import { noteAddress } from "./note-address";

const FILTERS = {
  note: z.uuid("the identifier of a note is expected"),
  kind: z.enum(NOTE_KINDS, `expected one of ${NOTE_KINDS.join(", ")}`),
  target: z
    .string()
    .refine((text) => kindOf(text) !== undefined, "a target is expected, as indicator/by-type"),
  target_kind: z.enum(TARGET_KINDS, `expected one of ${TARGET_KINDS.join(", ")}`),
  territory: z
    .string()
    .refine(
      (code) => Object.hasOwn(LABELS.territory, code),
      "a region or a department is expected, as BRE-53",
    ),
  author: z.string().max(200, "at most 200 characters are expected"),
  since: z.iso.date("a day is expected, as 2022-12-31"),
  until: z.iso.date("a day is expected, as 2022-12-31"),
};

/** What published notes can be asked by: the same in the journal, its feeds, the API and the files. */
export const NOTE_PARAMETERS = Object.keys(FILTERS) as (keyof typeof FILTERS)[];

type Asked = { [K in keyof typeof FILTERS]?: z.infer<(typeof FILTERS)[K]> };

/** What an address asks of an edition's published notes. */
export type NotesAddress = { asked: Asked; page: number; pageSize: number };

/** @throws BadAddress naming each of these parameters, `page` and `page_size`, that can't be honoured */
export function readNotesAddress(params: URLSearchParams): NotesAddress {
  const errors: ParameterError[] = [];
  const read = NOTE_PARAMETERS.flatMap((name) => {
    const given = params.getAll(name).filter((value) => value !== "");
    if (given.length === 0) return [];
    const found = FILTERS[name].safeParse(given[0]);
    if (given.length === 1 && found.success) return [[name, found.data]];
    const message = given.length > 1 ? "given more than once" : found.error?.issues[0]?.message;
    errors.push({ parameter: name, message: message ?? "not accepted" });
    return [];
  });
  const paging = readPaging(params, errors);
  if (errors.length > 0) throw new BadAddress(errors);
  return { asked: Object.fromEntries(read) as Asked, ...paging };
}

/** Of these organisations or platforms, those of a territory. */
const within = (
  context: EditionContext,
  list: List,
  column: string,
  filter: string,
  code: string,
  ids: string[],
) =>
  presentIn(
    context,
    list.relation(context, { filters: { [filter]: [code] }, q: null, sort: [] }),
    column,
    ids,
  );

/** Targets with published notes that are of a territory: itself, what is in it, and its rows of indicators. */
async function targetsIn(context: EditionContext, code: string): Promise<string[]> {
  const targets = (await noteCounts(context.edition.id)).map(({ target }) => target);
  const idsOf = (kind: string) => targets.filter((target) => kindOf(target) === kind).map(valueOf);
  const isRegion = REGIONS.some((region) => region.code === code);
  const [sirens, slugs] = await Promise.all([
    within(context, organisations, "siren", isRegion ? "region" : "department", code, idsOf("organisation")),
    // Platforms have a region, no department.
    isRegion ? within(context, platforms, "slug", "region", code, idsOf("platform")) : [],
  ]);
  const found = new Set([
    `territory/${code}`,
    ...sirens.map((siren) => `organisation/${siren}`),
    ...slugs.map((slug) => `platform/${slug}`),
  ]);
  return targets.filter(
    (target) => found.has(target) || (kindOf(target) === "indicator" && target.endsWith(`/${code}`)),
  );
}

/** The same as the store reads it. @throws StoreUnavailable */
export async function noteFilters(
  context: EditionContext,
  { target_kind: targetKind, territory, ...filters }: Asked,
): Promise<NoteFilters> {
  const targets = territory === undefined ? {} : { targets: await targetsIn(context, territory) };
  return { ...filters, ...(targetKind && { targetKind }), ...targets, edition: context.edition.id };
}

const text = (key: string, term?: string): Column => ({ key, kind: "text", ...(term && { term }) });

/** Columns of the files of notes. */
export const NOTE_COLUMNS: readonly Column[] = [
  text("id", "note"),
  text("target"),
  text("kind", "note_kind"),
  ...["language", "body"].map((key) => text(key)),
  ...["column", "file_value", "proposed", "reason", "proof"].map((key) => text(`correction_${key}`)),
  text("author"),
  { key: "version", kind: "integer" },
  ...["published_at", "updated_at", "permalink"].map((key) => text(key)),
];

/** A published note as readers have it, with its permanent address. */
export function noteRow(note: Note) {
  const { id, target, kind, language, body, correction, version, published_at, updated_at } = note;
  return {
    ...{ id, target, kind, language, body, correction },
    ...{ author: note.author_name, version, published_at, updated_at, permalink: noteAddress(note) },
  };
}

/** The same as a row of the files. */
export function noteCells(note: Note): Record<string, CellValue> {
  const { correction, ...row } = noteRow(note);
  const parts = Object.entries(correction ?? {}).map(([key, value]) => [`correction_${key}`, value]);
  const cells: Record<string, CellValue> = { ...row, ...Object.fromEntries(parts) };
  return Object.fromEntries(NOTE_COLUMNS.map(({ key }) => [key, cells[key] ?? null]));
}
