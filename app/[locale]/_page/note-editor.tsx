import "server-only";
import { getTranslations } from "next-intl/server";
import { changeNote, keepTyped, saveNote } from "@/app/[locale]/admin/annotations/actions";
import { ChangeForm } from "@/components/notes/change-form";
import { NoteForm } from "@/components/notes/note-form";
import type { NoteWords } from "@/components/notes/types";
import { keptDraft, NOTE_KINDS, type Note } from "@/lib/annotations";
import { formatDate } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import type { Locale } from "@/lib/links";
import { organisations } from "@/lib/queries/organisations";
import { valuesOfNote } from "./note-form-data";

const WORDS = [
  ...["kind", "language", "target", "targetHint", "body", "bodyHint", "column", "fileValue", "proposed"],
  ...["reason", "proof", "correction", "from", "fromHint", "stale", "staleMine", "staleTheirs", "keeping"],
  ...["kept", "keepFailed"],
] as const;
const ERRORS = ["invalid", "stale", "gone", "forbidden", "session", "store"] as const;

/** Words of what the note forms answer. */
export async function noteErrors(locale: Locale): Promise<Record<string, string>> {
  const t = await getTranslations({ locale, namespace: "desk" });
  return Object.fromEntries(ERRORS.map((code) => [code, t(`errors.${code}`)]));
}

/** The form of a note, new or not, with what its author left unsaved. */
export async function NoteEditor({
  note,
  edition,
  target,
  userId,
  locale,
}: {
  note: Note | null;
  edition: string;
  /** What a new note is about. */
  target: string;
  userId: string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const words = Object.fromEntries(WORDS.map((name) => [name, t(`form.${name}`)])) as NoteWords;
  const draft = await keptDraft({ userId }, { edition, subject: note?.id ?? `new:${target}` });
  // What was left unsaved on an older version is the author's to compare: the base stays the one it began from.
  const values =
    draft?.content ?? (note ? valuesOfNote(note) : { kind: "comment", language: locale, target, body: "" });
  const hidden = { edition, locale, id: note?.id ?? "", subject: target };
  const errors = await noteErrors(locale);
  const published = note?.status === "published";
  const intents = [
    ...(published ? ["save", "withdraw"] : ["save", "publish"]).map((value) => ({
      value,
      label: t(`intents.${published && value === "save" ? "update" : value}`),
    })),
  ];
  return (
    <>
      {draft && <p className="form-done">{t("draftFound", { date: formatDate(locale, draft.updatedAt) })}</p>}
      <NoteForm
        action={saveNote}
        keep={keepTyped}
        hidden={hidden}
        base={draft?.baseVersion ?? note?.version ?? 0}
        values={{ ...values, from: "" }}
        kinds={NOTE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        languages={(["fr", "en"] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
        columns={Object.keys(organisations.row.shape).map((value) => ({
          value,
          label: termOf(value).label[locale],
        }))}
        intents={intents}
        words={words}
        errors={errors}
      />
      {note && (
        <ChangeForm
          action={changeNote}
          hidden={{ id: note.id, base: String(note.version), locale }}
          change={note.deleted_at ? "undelete" : "delete"}
          label={t(note.deleted_at ? "intents.undelete" : "intents.delete")}
          errors={errors}
        />
      )}
    </>
  );
}
