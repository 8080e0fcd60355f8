import { describe, expect, it } from "vitest";
import { failureOf } from "./failure";

// Texts as DuckDB 1.4.3 in WebAssembly gives them.
describe("an error of DuckDB's", () => {
  it("of the parser comes as JSON, and has a place", () => {
    const said = {
      exception_type: "Parser",
      exception_message: 'syntax error at or near "selec"\n\nLINE 2: selec 1\n        ^',
      position: "3",
    };
    const failure = failureOf("--\nselec 1", new Error(JSON.stringify(said)));
    expect(failure.kind).toBe("syntax");
    expect(failure.message).toBe('Parser Error: syntax error at or near "selec"');
    expect(failure.place).toEqual({ line: 2, column: 1, offset: 3 });
  });

  it("of a name gives the names like it", () => {
    const text =
      'Binder Error: Referenced column "nam" not found in FROM clause!\nCandidate bindings: "name", "themes"\n\nLINE 1: select nam from organisations\n               ^';
    const failure = failureOf("select nam from organisations", new Error(text));
    expect(failure).toMatchObject({ kind: "name", candidates: ["name", "themes"] });
    expect(failure.place).toEqual({ line: 1, column: 8, offset: 7 });
  });

  it("in a long line, cut by an ellipsis, is found in the whole line", () => {
    const sql = `select ${"a, ".repeat(40)}foo bar baz, 1 from x`;
    const text = "Parser Error: no\n\nLINE 1: ...a, a, foo bar baz, 1 from x\n                         ^";
    // The caret stands under "bar": 8 for "LINE 1: ", 3 for the ellipsis, 14 into what is shown.
    expect(failureOf(sql, new Error(text)).place?.offset).toBe(sql.indexOf("a, a, foo bar") + 14);
  });

  it("without a place has none, and no name of the engine's own", () => {
    const text = 'Catalog Error: Table with name x does not exist!\nDid you mean "pg_constraint"?';
    expect(failureOf("from x", new Error(text))).toMatchObject({ kind: "name", place: null, candidates: [] });
  });

  it.each([
    ["no statements", "empty"],
    ["Permission Error: Cannot access file", "locked"],
    ['Invalid Input Error: Cannot change configuration option "threads"', "locked"],
    ["Conversion Error: Could not convert string 'a' to INT32", "type"],
    ["Out of Memory Error: failed to allocate", "memory"],
    ["anything else", "other"],
  ])("%s is of the kind %s", (text, kind) => expect(failureOf("", new Error(text)).kind).toBe(kind));
});
