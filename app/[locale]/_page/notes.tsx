import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { NoteList, type ShownNote } from "@/components/notes/note-list";
import { publishedNotes, type Note } from "@/lib/annotations";
import { noteHtml } from "@/lib/annotations/markdown";
import { currentUser } from "@/lib/auth/session";
import { formatDate } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import { localHref, pageHref, type Locale } from "@/lib/links";
import { forbidKeeping } from "@/lib/response-status";
import { StoreUnavailable } from "@/lib/store";

/** Every published note of an edition, read once a request; null when the store does not answer, which is not none. */
const notesOf = cache(async (edition: string): Promise<Note[] | null> => {
  try {
    return (await publishedNotes({ edition })).notes;
  } catch (cause) {
    if (!(cause instanceof StoreUnavailable)) throw cause;
    forbidKeeping();
    return null;
  }
});

/** Whether the reader may write notes, told once a request; without the store nobody may. */
const maySign = cache(async (): Promise<boolean> => {
  try {
    return (await currentUser()) !== undefined;
  } catch (cause) {
    if (cause instanceof StoreUnavailable) return false;
    throw cause;
  }
});

/** Address of a note in the journal. */
export const noteHref = (locale: Locale, { id, edition }: { id: string; edition: string }) =>
  `${localHref(locale, pageHref("/journal", { edition, basis: "corrected" }))}#note-${id}`;

/** A note in the reader's words. */
export async function shownNote(note: Note, locale: Locale): Promise<ShownNote> {
  const t = await getTranslations({ locale, namespace: "desk" });
  const { correction } = note;
  return {
    id: note.id,
    kind: t(`kinds.${note.kind}`),
    html: noteHtml(note.body),
    language: note.language,
    author: note.author_name,
    date: formatDate(locale, note.published_at ?? note.updated_at),
    href: noteHref(locale, note),
    correction: correction && {
      column: termOf(correction.column).label[locale],
      before: correction.file_value,
      after: correction.proposed,
    },
  };
}

/** What editors say of a target, beside it; and, for them, where to say it. @param within targets below it count too */
export async function NotesOn({
  edition,
  target,
  within = false,
  locale,
}: {
  edition: string;
  target: string;
  within?: boolean;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "notes" });
  const [all, editor] = await Promise.all([notesOf(edition), maySign()]);
  const notes = all?.filter(
    (note) => note.target === target || (within && note.target.startsWith(`${target}/`)),
  );
  const shown = await Promise.all((notes ?? []).map((note) => shownNote(note, locale)));
  return (
    <>
      {all === null && <p className="muted">{t("away")}</p>}
      {shown.length > 0 && <NoteList notes={shown} label={t("label")} />}
      {editor && (
        <p className="annotate">
          <Link
            className="link"
            prefetch={false}
            href={localHref(
              locale,
              pageHref("/admin/annotations/nouvelle", { edition, basis: "corrected" }, { target }),
            )}
          >
            {t("annotate")}
            <span className="sr-only"> {target}</span>
          </Link>
        </p>
      )}
    </>
  );
}
