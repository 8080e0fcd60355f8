import type { Note } from "@/lib/annotations";
import type { Locale } from "@/lib/links";
import { noteHref } from "./notes";

/** Notes that link to a note, under it. */
export function CitedBy({ notes, label, locale }: { notes: readonly Note[]; label: string; locale: Locale }) {
  if (notes.length === 0) return null;
  return (
    <p className="note-citing">
      {label}{" "}
      {notes.map((note, index) => (
        <span key={note.id}>
          {index > 0 && ", "}
          <a className="link" href={noteHref(locale, note)}>
            {note.target} ({note.author_name})
          </a>
        </span>
      ))}
    </p>
  );
}
