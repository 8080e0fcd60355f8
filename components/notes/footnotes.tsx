import { NoteText, type ShownNote } from "./note-list";
import { NotePopovers } from "./note-popovers";

/** The notes of one thing, with their numbers on the page. */
export type FootnoteGroup = {
  id: string;
  /** What they are about. */
  label: string;
  notes: readonly { number: number; note: ShownNote }[];
};

export type FootnotesProps = { groups: readonly FootnoteGroup[]; title: string; close: string };

/**
 * The notes of everything on the page, in its order. Each group opens beside its mark; without script, and on paper,
 * they are numbered footnotes at the end.
 */
export function Footnotes({ groups, title, close }: FootnotesProps) {
  if (groups.length === 0) return null;
  return (
    <div className="footnotes">
      <p className="footnotes-title">{title}</p>
      {groups.map(({ id, label, notes }) => (
        <div
          key={id}
          id={id}
          popover="auto"
          tabIndex={-1}
          role="group"
          aria-label={label}
          className="note-popover"
        >
          <div className="note-popover-head">
            <p>{label}</p>
            <button type="button" popoverTarget={id} popoverTargetAction="hide" className="note-close">
              <span aria-hidden="true">×</span>
              <span className="sr-only">{close}</span>
            </button>
          </div>
          <ol start={notes[0]?.number}>
            {notes.map(({ number, note }) => (
              <li key={note.id} value={number}>
                <NoteText note={note} />
              </li>
            ))}
          </ol>
        </div>
      ))}
      <NotePopovers />
    </div>
  );
}
