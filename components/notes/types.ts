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
  /** Someone else changed the note: what it says now, and how the two texts differ. */
  stale?: { version: number; author: string; body: string; pieces: readonly Piece[] };
};

export type NoteAction = (state: NoteFormState, form: FormData) => Promise<NoteFormState>;

export type Option = { value: string; label: string };

/** Words of the form. */
export type NoteWords = Readonly<
  Record<
    | "kind"
    | "language"
    | "target"
    | "targetHint"
    | "body"
    | "bodyHint"
    | "column"
    | "fileValue"
    | "proposed"
    | "reason"
    | "proof"
    | "correction"
    | "from"
    | "fromHint"
    | "stale"
    | "staleMine"
    | "staleTheirs"
    | "keeping"
    | "kept"
    | "keepFailed",
    string
  >
>;
