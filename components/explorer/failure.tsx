"use client";

import type { QueryFailure } from "@/lib/explorer/failure";
import { fill, type ExplorerWords } from "./types";

/** Why a query did not succeed: in plain words, with its place, then in the engine's. */
export function FailureNote({
  failure,
  words,
  onGo,
}: {
  failure: QueryFailure;
  words: ExplorerWords["failure"];
  /** Leads to a place of the query. */
  onGo: (offset: number) => void;
}) {
  const { kind, message, place, candidates } = failure;
  return (
    <section className="explorer-failure" role="alert">
      <h2>{words.title}</h2>
      <p>{words.kinds[kind]}</p>
      {place && (
        <p>
          {fill(words.place, { line: String(place.line), column: String(place.column) })}{" "}
          <button type="button" className="link" onClick={() => onGo(place.offset)}>
            {words.go}
          </button>
        </p>
      )}
      {candidates.length > 0 && <p>{fill(words.candidates, { names: candidates.join(", ") })}</p>}
      <details open={kind === "other" || kind === "engine"}>
        <summary>{words.engine}</summary>
        <pre className="code" lang="en">
          {message}
        </pre>
      </details>
    </section>
  );
}
