import type { ShownNote } from "./note-list";

/** What stands beside a thing that may have notes: the mark that opens them, and, for editors, the way to write one. */
export type Noted = {
  notes: {
    /** Written number of them, and their numbers on the page, as footnotes have them. */
    count: string;
    numbers: string;
    /** "2 notes", and on what, for who does not see the mark. */
    label: string;
    /** Id of the element that holds them. */
    id: string;
  } | null;
  annotate: { href: string; label: string } | null;
};

/** A piece of a comparison of two texts: in both, in the other's alone, or in one's own alone. */
export type Piece = { text: string; change: "same" | "theirs" | "mine" };

/** What the note form has come to. */
export type NoteFormState = {
  /** Code of what stands in the way. */
  error?: string;
  /** Names of the fields at fault. */
  faults: readonly string[];
  /** What was typed, kept whatever happens. */
  values: Readonly<Record<string, string>>;
  /** Version that the text starts from, once told. */
  base?: number;
  /** Someone else changed the note: what it says now, and how the two texts differ. */
  stale?: { author: string; body: string; pieces: readonly Piece[] };
  /** The note as readers would see it, and what is to be said of its links. */
  preview?: { note: ShownNote; gone: string };
  /** What was done, and the note's own address. */
  saved?: { href: string };
};

export type NoteAction = (state: NoteFormState, form: FormData) => Promise<NoteFormState>;

export type Option = { value: string; label: string };

/** A column that a correction may name, and what the file has there, where that is one text. */
export type ColumnOption = Option & { cell: string | null };

/** What came of keeping what is typed: when it was, or the code of what stands in the way. */
export type Kept = { at: string } | { error: string };

/** A note that another may link to. */
export type LinkChoice = { id: string; label: string; text: string };

/** Words of the form. */
export const NOTE_WORDS = [
  ...["kind", "language", "target", "targetHint", "body", "bodyHint", "from", "fromHint"],
  ...["correction", "column", "columnChoice", "fileValue", "proposed", "reason", "proof"],
  ...["stale", "staleMine", "staleTheirs", "staleText", "keeping", "kept", "offline", "unkept", "preview"],
  ...["tools", "bold", "italic", "link", "list", "quote", "code", "note", "noteSearch", "noteNone"],
] as const;
export type NoteWords = Readonly<Record<string, string>>;
