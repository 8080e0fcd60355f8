/** A published note, written for the reader. */
export type ShownNote = {
  id: string;
  kind: string;
  html: string;
  /** The same as its author wrote it. */
  markdown: string;
  language: "fr" | "en";
  author: string;
  date: string;
  href: string;
  /** Of a correction: what the file says, and what is proposed. */
  correction: { column: string; before: string; after: string } | null;
};

/** One note: its kind, what it proposes, its text, who signs it and when. */
export function NoteText({ note }: { note: ShownNote }) {
  return (
    <>
      <p className="note-kind">{note.kind}</p>
      {note.correction && (
        <p className="note-correction">
          {note.correction.column} <del>{note.correction.before}</del> <ins>{note.correction.after}</ins>
        </p>
      )}
      {/* Made of Markdown without HTML, with safe addresses only (lib/annotations/markdown.ts). */}
      <div className="note-body" lang={note.language} dangerouslySetInnerHTML={{ __html: note.html }} />
      <p className="note-by">
        {note.author}, <a href={note.href}>{note.date}</a>
      </p>
    </>
  );
}

/** Notes as a good edition has them in its margin: a rule, their kind, text, author and date. */
export function NoteList({ notes, label }: { notes: readonly ShownNote[]; label: string }) {
  return (
    <ul className="notes" aria-label={label}>
      {notes.map((note) => (
        <li key={note.id} className="note" id={`note-${note.id}`}>
          <NoteText note={note} />
        </li>
      ))}
    </ul>
  );
}
