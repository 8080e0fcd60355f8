import { describe, expect, it } from "vitest";
import { arithmeticIn, environmentIn, formattingIn, sqlIn, swallowedFailuresIn } from "./support/places";
import { PROGRAM, SOURCES, isTest, parse } from "./support/source";

const pages = PROGRAM.filter(({ path }) => /^app\/(.*\/)?(page|layout)\.tsx$/.test(path));

/** Files where a failure really is "nothing", each with why. */
const NOT_A_FAILURE: Readonly<Record<string, string>> = {};

describe("everything in its place", () => {
  it("SQL is in the questions, the indicators, the engine, the store and the notes", () => {
    const home = /^lib\/(queries|indicators|engine|store|annotations)\//;
    expect(PROGRAM.filter(({ path }) => !home.test(path)).flatMap(sqlIn)).toEqual([]);
  });

  it("the environment is read by lib/env.ts alone", () => {
    const outside = SOURCES.filter(
      (source) =>
        source.path !== "lib/env.ts" &&
        !isTest(source) &&
        !/^scripts\//.test(source.path) &&
        !/\.config\.(ts|mjs)$/.test(source.path),
    );
    expect(outside.flatMap(environmentIn)).toEqual([]);
  });

  it("numbers and dates are written by lib/format.ts alone", () => {
    expect(PROGRAM.filter(({ path }) => path !== "lib/format.ts").flatMap(formattingIn)).toEqual([]);
  });

  it("pages calculate nothing", () => {
    expect(pages.flatMap(arithmeticIn)).toEqual([]);
  });

  it("pages are short: they parse the address, ask, and compose", () => {
    expect(
      pages.filter(({ lines }) => lines > 60).map(({ path, lines }) => `${path}: ${lines} lines`),
    ).toEqual([]);
  });

  it("no failure looks like an empty answer", () => {
    const found = PROGRAM.flatMap(swallowedFailuresIn).filter(
      (place) => !(place.split(":")[0]! in NOT_A_FAILURE),
    );
    expect(found).toEqual([]);
  });
});

describe("these tests see", () => {
  const one = (text: string) => parse("app/page.tsx", text);

  it.each([
    ["a query", "const sql = `SELECT name FROM organisation WHERE edition = ${id}`;"],
    ["a change", 'const sql = "DELETE FROM note";'],
    ["a piece of one", "const end = ` ORDER BY ${column} LIMIT 50`;"],
  ])("%s in SQL", (_what, text) => expect(sqlIn(one(text))).toHaveLength(1));

  it("no SQL in prose", () => {
    expect(sqlIn(one('const help = "Select a region from the list, order by name";'))).toEqual([]);
  });

  it("a reading of the environment", () => {
    expect(environmentIn(one("const port = process.env.PORT;"))).toHaveLength(1);
    expect(environmentIn(one('if (process.env.NEXT_RUNTIME === "nodejs") start();'))).toEqual([]);
  });

  it.each(['new Intl.NumberFormat("fr")', "value.toLocaleString()", "rate.toFixed(1)"])(
    "the format %s",
    (text) => expect(formattingIn(one(text))).toHaveLength(1),
  );

  it.each(["open / total", "Math.round(rate)", "rows.reduce((a, b) => a + b.count, 0)", "100 * rate"])(
    "the calculation %s",
    (text) => expect(arithmeticIn(one(text))).toHaveLength(1),
  );

  it.each([
    "try { read(); } catch { return []; }",
    "try { read(); } catch (cause) { console.error(cause); return null; }",
    "try { read(); } catch {}",
    "const rows = await read().catch(() => []);",
    "const count = await read().catch(() => 0);",
    "const found = await read().catch(() => ({}));",
  ])("the swallowed failure %s", (text) => expect(swallowedFailuresIn(one(text))).toHaveLength(1));

  it.each([
    "try { read(); } catch (cause) { if (!(cause instanceof Missing)) throw cause; return null; }",
    "try { read(); } catch (cause) { throw new EditionError(cause); }",
    "read().catch((cause) => report(cause));",
  ])("no fault in %s", (text) => expect(swallowedFailuresIn(one(text))).toEqual([]));
});
