import { Compared } from "./compared";
import type { NoteFormState, NoteWords } from "./types";

/** Both texts of a note that two people changed, word by word; what was typed stays in the form below. */
export function StaleNotice({
  stale,
  words,
}: {
  stale: NonNullable<NoteFormState["stale"]>;
  words: NoteWords;
}) {
  return (
    <section className="stale" aria-label={words.stale}>
      <p>{words.stale}</p>
      <p className="stale-legend">
        <ins>{words.staleMine}</ins> · <del>{words.staleTheirs}</del>
      </p>
      <Compared pieces={stale.pieces} />
      <details>
        <summary>{words.staleText?.replace("{author}", stale.author)}</summary>
        <p className="stale-text">{stale.body}</p>
      </details>
    </section>
  );
}
