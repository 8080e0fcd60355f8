import type { Note } from "@/lib/annotations";
import type { Locale } from "@/lib/links";
import { noteHref } from "./notes";

type Props = {
  /** Notes that link to one, with what each is about. */
  notes: readonly (Pick<Note, "id" | "edition" | "author_name"> & { name: string })[];
  label: string;
  locale: Locale;
};

/** Notes that link to a note, under it. */
export function CitedBy({ notes, label, locale }: Props) {
  if (notes.length === 0) return null;
  return (
    <p className="note-citing">
      {label}{" "}
      {notes.map((note, index) => (
        <span key={note.id}>
          {index > 0 && ", "}
          <a className="link" href={noteHref(locale, note)}>
            {note.name} ({note.author_name})
          </a>
        </span>
      ))}
    </p>
  );
}
