/** What went wrong with a query, in kinds that have words of their own. */
export type FailureKind =
  "empty" | "syntax" | "name" | "type" | "locked" | "memory" | "cancelled" | "engine" | "other";

export type QueryFailure = {
  kind: FailureKind;
  /** The engine's own words, without the picture of the place. */
  message: string;
  /** Both 1-based; null where the engine does not say. */
  place: { line: number; column: number; offset: number } | null;
  /** Names that exist and look like the one asked for. */
  candidates: string[];
};

const KINDS: readonly [RegExp, FailureKind][] = [
  [/^no statements$/, "empty"],
  [/^Parser Error/, "syntax"],
  [/^(Binder|Catalog) Error/, "name"],
  [/^(Conversion|Mismatch Type|Out of Range) Error/, "type"],
  [/^(Permission Error|Invalid Input Error: Cannot change configuration|Missing Extension)/, "locked"],
  [/^Out of Memory Error|memory access|Maximum call stack/i, "memory"],
  [/interrupt|cancell?ed/i, "cancelled"],
];

/** "LINE 4:   from x" and, below it, a caret under the fault; the line may begin and end with an ellipsis. */
const PICTURE = /\n+LINE (\d+): (.*)\n( *)\^/;

function placeOf(sql: string, text: string): QueryFailure["place"] {
  const [, number = "", shown = "", before = ""] = PICTURE.exec(text) ?? [];
  const line = Number(number);
  const lines = sql.split("\n");
  const whole = lines[line - 1];
  if (!number || whole === undefined) return null;
  const head = shown.startsWith("...") ? 3 : 0;
  const start = whole.indexOf(shown.slice(head).replace(/\.\.\.$/, ""));
  const caret = before.length - `LINE ${number}: `.length - head;
  if (start < 0 || caret < 0) return null;
  const column = start + caret + 1;
  const offset = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return { line, column, offset };
}

/** What the engine says; faults of the parser come as JSON. */
function wordsOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (!text.startsWith('{"exception_type"')) return text;
  const said = JSON.parse(text) as { exception_type: string; exception_message: string };
  return `${said.exception_type} Error: ${said.exception_message}`;
}

/** Reads an error of DuckDB's. @param sql the text it is about */
export function failureOf(sql: string, cause: unknown): QueryFailure {
  const text = wordsOf(cause);
  const kind = KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? "other";
  const hints = /(?:Candidate bindings|Did you mean|Candidate tables?)[: ]+(.*)/.exec(text)?.[1] ?? "";
  const candidates = [...hints.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
  return {
    kind,
    message: text.split(/\n+LINE \d+:/)[0]!.trim(),
    place: placeOf(sql, text),
    // The engine's own catalogue is of no help to readers.
    candidates: [...new Set(candidates)].filter((name) => !/^(pg_|duckdb_|sqlite_)|__postfix$/.test(name)),
  };
}
