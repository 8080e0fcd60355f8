import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NoteList, type ShownNote } from "@/components/notes/note-list";
import { readableNotes, type Note } from "@/lib/annotations";
import { noteHtml, noteLinks, withAddresses } from "@/lib/annotations/markdown";
import { labelOf } from "@/lib/codes/labels";
import { formatDate } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import { localHref, pageHref, type Locale } from "@/lib/links";
import type { NotedPage } from "./page-notes";

/** Permanent address of a note: the journal, with this one alone. */
export const noteHref = (locale: Locale, { id, edition }: { id: string; edition: string }) =>
  localHref(locale, pageHref("/journal", { edition, basis: "corrected" }, { note: id }));

/** Addresses of the notes that a text links to, of those that readers have. */
async function linksOf(body: string, locale: Locale) {
  const found = await readableNotes(noteLinks(body));
  return (id: string) => {
    const note = found.get(id);
    return note && noteHref(locale, note);
  };
}

/** A note in the reader's words. */
export async function shownNote(note: Note, locale: Locale): Promise<ShownNote> {
  const { correction } = note;
  const hrefOf = await linksOf(note.body, locale);
  return {
    id: note.id,
    kind: labelOf("noteKind", note.kind)[locale],
    html: noteHtml(note.body, hrefOf),
    markdown: withAddresses(note.body, (id) => hrefOf(id) ?? ""),
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
  page: { notes },
  target,
  name,
  within = false,
  locale,
}: {
  page: NotedPage;
  target: string;
  name: string;
  within?: boolean;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "notes" });
  const shown = notes.on(target, within);
  // Those below have marks of their own, with the way to write beside them.
  const annotate = within ? undefined : notes.noted({ target, name })?.annotate;
  return (
    <>
      {notes.away && <p className="muted">{t("away")}</p>}
      {shown.length > 0 && <NoteList notes={shown} label={t("label")} />}
      {annotate && (
        <p className="annotate" data-unread>
          <Link className="link" prefetch={false} scroll={false} href={annotate.href}>
            {t("annotate")}
            <span className="sr-only"> {name}</span>
          </Link>
        </p>
      )}
    </>
  );
}
