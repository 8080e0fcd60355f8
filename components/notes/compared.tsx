import type { Piece } from "./types";

/** Two texts in one, word by word: what one alone has is inserted or struck out. */
export function Compared({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p className="stale-text">
      {pieces.map(({ text, change }, index) =>
        change === "same" ? (
          <span key={index}>{text}</span>
        ) : change === "mine" ? (
          <ins key={index}>{text}</ins>
        ) : (
          <del key={index}>{text}</del>
        ),
      )}
    </p>
  );
}
