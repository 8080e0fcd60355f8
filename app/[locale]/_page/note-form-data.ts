import "server-only";
import { diffWords } from "diff";
import { z } from "zod";
import type { NoteFormState, Piece } from "@/components/notes/types";
import { Forbidden, NoteGone, StaleNote, stateOf, type Note, type NoteContent } from "@/lib/annotations";
import { AccessRefused } from "@/lib/auth/errors";
import { parisClock } from "@/lib/format";
import { tellToComeBack } from "@/lib/response-status";
import { StoreUnavailable } from "@/lib/store";
import { textOf } from "./form-action";

/** Fields of the note form, as they are named in it. */
export const NOTE_FIELDS = [
  "kind",
  "language",
  "target",
  "body",
  "column",
  "file_value",
  "proposed",
  "reason",
  "proof",
  "from",
] as const;

/** What was typed, as it was. */
export const valuesOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(NOTE_FIELDS.map((name) => [name, textOf(form, name)]));

/** The note that a form says; checked where it is written. */
export function contentOf(values: Readonly<Record<string, string>>): NoteContent {
  const { kind, language, target = "", body = "", column = "", file_value = "", proposed = "" } = values;
  const correction = {
    ...{ column, file_value, proposed, reason: values.reason ?? "" },
    proof: values.proof ? values.proof : null,
  };
  return {
    ...({ kind, language } as Pick<NoteContent, "kind" | "language">),
    ...{ target: target.trim(), body: body.replaceAll("\r\n", "\n") },
    correction: kind === "correction" ? correction : null,
  };
}

/** A note as the form's values. */
export function valuesOfNote(note: Note): Record<string, string> {
  const { kind, language, target, body, correction } = note;
  const { column = "", file_value = "", proposed = "", reason = "", proof = null } = correction ?? {};
  const from = stateOf(note) === "scheduled" && note.published_at ? parisClock(note.published_at) : "";
  return { kind, language, target, body, column, file_value, proposed, reason, proof: proof ?? "", from };
}

/** How one's own text differs from the other's, word by word. */
export function compare(theirs: string, mine: string): Piece[] {
  return diffWords(theirs, mine).map(({ value, added, removed }) => ({
    text: value,
    change: added ? "mine" : removed ? "theirs" : "same",
  }));
}

/** What a form answers to what stood in the way. @throws what is a fault of the program */
export function refusalOf(cause: unknown, values: Readonly<Record<string, string>>): NoteFormState {
  if (cause instanceof z.ZodError) {
    const faults = cause.issues.map(({ path }) => String(path.at(-1) ?? "body"));
    return { error: "invalid", faults, values };
  }
  if (cause instanceof StaleNote) {
    const { version: base, author_name: author, body } = cause.current;
    const pieces = compare(body, (values.body ?? "").replaceAll("\r\n", "\n"));
    return { error: "stale", faults: [], values, base, stale: { author, body, pieces } };
  }
  return { error: codeOf(cause), faults: [], values };
}

/** The code of what stood in the way. @throws what is a fault of the program */
export function codeOf(cause: unknown): string {
  if (cause instanceof NoteGone) return "gone";
  if (cause instanceof Forbidden) return "forbidden";
  if (cause instanceof AccessRefused) return cause.status === 401 ? "session" : "forbidden";
  if (cause instanceof StoreUnavailable) {
    tellToComeBack();
    return "store";
  }
  throw cause;
}
