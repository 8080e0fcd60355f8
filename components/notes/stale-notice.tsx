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
      <p className="stale-text">
        {stale.pieces.map((piece, index) =>
          piece.change === "same" ? (
            <span key={index}>{piece.text}</span>
          ) : piece.change === "mine" ? (
            <ins key={index}>{piece.text}</ins>
          ) : (
            <del key={index}>{piece.text}</del>
          ),
        )}
      </p>
    </section>
  );
}
