import "server-only";
import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { changeNote, findNotes, keepTyped, saveNote } from "@/app/[locale]/admin/annotations/actions";
import { ChangeForm } from "@/components/notes/change-form";
import { NoteForm } from "@/components/notes/note-form";
import { NOTE_WORDS, type ColumnOption, type NoteWords } from "@/components/notes/types";
import { keptDraft, NOTE_KINDS, NOTE_LANGUAGES, stateOf, type DeskState, type Note } from "@/lib/annotations";
import { correctableColumns } from "@/lib/api/correctable";
import { labelOf } from "@/lib/codes/labels";
import type { EditionContext } from "@/lib/engine/context";
import { formatMoment } from "@/lib/format";
import { hasTerm, termOf } from "@/lib/glossary";
import type { Locale } from "@/lib/links";
import { valuesOfNote } from "./note-form-data";

const ERRORS = ["invalid", "stale", "gone", "forbidden", "session", "store", "offline"] as const;

/** What can be done with the text of a note, by its state; the first by the Enter key. */
const INTENTS: Record<Exclude<DeskState, "deleted">, readonly [value: string, label: string][]> = {
  draft: [
    ["save", "save"],
    ["publish", "publish"],
  ],
  withdrawn: [
    ["save", "save"],
    ["publish", "publish"],
  ],
  scheduled: [
    ["save", "keep"],
    ["publish", "reschedule"],
    ["withdraw", "withdraw"],
  ],
  published: [
    ["save", "update"],
    ["withdraw", "withdraw"],
  ],
};

/** Words of what the note forms answer. */
export async function noteErrors(locale: Locale): Promise<Record<string, string>> {
  const t = await getTranslations({ locale, namespace: "desk" });
  return Object.fromEntries(ERRORS.map((code) => [code, t(`errors.${code}`)]));
}

/** The columns that a correction of a target may name; the one it names already too, whatever it is. */
async function columnOptions(
  context: EditionContext | undefined,
  target: string,
  named: string | undefined,
  locale: Locale,
): Promise<ColumnOption[]> {
  const found = await correctableColumns(context, target);
  const other = named && !found.some(({ column }) => column === named) ? [{ column: named, text: null }] : [];
  return [...found, ...other].map(({ column, text }) => ({
    ...{ value: column, cell: text },
    label: hasTerm(column) ? termOf(column).label[locale] : column,
  }));
}

/** What a new note begins with, besides its text: what the address, or a report, says. */
export type NewNote = Readonly<Partial<Record<string, string>>> & { target: string };

type Props = {
  note: Note | null;
  edition: string;
  /** The edition's, where it is served. */
  context: EditionContext | undefined;
  begin: NewNote;
  userId: string;
  locale: Locale;
  inPanel: boolean;
  /** Path to go back to, where there is no panel to close. */
  back: string;
};

/** The form of a note, new or not, with what its author left unsaved. */
export async function NoteEditor({ note, edition, context, begin, userId, locale, inPanel, back }: Props) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const raw = (name: string) => String(t.raw(`form.${name}`));
  const words: NoteWords = Object.fromEntries(NOTE_WORDS.map((name) => [name, raw(name)]));
  const subject = note?.id ?? `new:${begin.target}`;
  const draft = await keptDraft({ userId }, { edition, subject });
  const fresh = { kind: "comment", language: locale, body: "", from: "", ...begin };
  // What was left unsaved on an older version is the author's to compare: the base stays the one it began from.
  const { id: promised, ...kept } = draft?.content ?? { id: undefined };
  const values = { ...(note ? valuesOfNote(note) : fresh), ...kept } as Record<string, string>;
  const id = note?.id ?? (promised || randomUUID());
  const hidden = { edition, locale, id, subject, retour: back };
  const errors = await noteErrors(locale);
  const state = note ? stateOf(note) : "draft";
  return (
    <>
      {draft && (
        <p className="form-done">{t("draftFound", { date: formatMoment(locale, draft.updatedAt) })}</p>
      )}
      {state !== "deleted" && (
        <NoteForm
          action={saveNote}
          keep={keepTyped}
          find={findNotes}
          hidden={hidden}
          base={draft?.baseVersion ?? note?.version ?? 0}
          values={values}
          kinds={NOTE_KINDS.map((value) => ({ value, label: labelOf("noteKind", value)[locale] }))}
          languages={NOTE_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
          columns={await columnOptions(context, values.target ?? "", values.column, locale)}
          intents={INTENTS[state].map(([value, label]) => ({ value, label: t(`intents.${label}`) }))}
          words={words}
          errors={errors}
          inPanel={inPanel}
        />
      )}
      {note && (
        <ChangeForm
          action={changeNote}
          hidden={{ id: note.id, base: String(note.version), locale, retour: back }}
          change={state === "deleted" ? "undelete" : "delete"}
          label={t(state === "deleted" ? "intents.undelete" : "intents.delete")}
          errors={errors}
          inPanel={inPanel}
        />
      )}
    </>
  );
}
