import type { NoteWords } from "./types";
import type { DraftState } from "./use-kept-draft";

/** What became of what is typed: when it was kept, or that it is not yet, and why. */
export function DraftLine({
  state,
  words,
  errors,
}: {
  state: DraftState;
  words: NoteWords;
  errors: Readonly<Record<string, string>>;
}) {
  const said = state.error
    ? `${words.unkept} ${errors[state.error] ?? ""}`
    : state.keeping
      ? words.keeping
      : state.at && words.kept?.replace("{time}", state.at);
  return (
    <p className="form-hint draft-line" role="status" data-state={state.error ? "failed" : undefined}>
      {said}
    </p>
  );
}
