import { describe, expect, test } from "vitest";
import { REAL_FILES, WHEN_ABSENT, realFilesAreHere } from "@/tests/support/real";
import { readClean } from "./clean";
import { dialectsOf } from "./dialects";
import { encodingsOf } from "./encodings";
import { cutsOf } from "./files";
import { FILES, judgeAll } from "./report";
import { headersFamily } from "./headers";
import { linesOf } from "./lines";
import { recordsFamily } from "./records";
import { swapsOf } from "./swaps";

/** Two columns start with "Organisations": the first is read, so that their order changes what is read, and is told. */
const ORDERED = /columns in (reverse|another order)/;

describe.skipIf(!realFilesAreHere)(`the files of October 2022, damaged${WHEN_ABSENT}`, () => {
  test.each([
    ["written otherwise", () => [...dialectsOf(REAL_FILES), ...encodingsOf(REAL_FILES)]],
    [
      "lines, records, headers",
      () => [linesOf(REAL_FILES), recordsFamily(REAL_FILES), headersFamily(REAL_FILES)],
    ],
    ["cut", () => [cutsOf(REAL_FILES)]],
  ])("%s: read right, or told with its place", async (_what, families) => {
    const { judged, faults } = await judgeAll(families(), await readClean(REAL_FILES));
    expect(judged.length).toBeGreaterThan(40);
    expect(faults.filter((fault) => !(fault.startsWith("plateformes.csv") && ORDERED.test(fault)))).toEqual(
      [],
    );
  });

  test.each(FILES)("two headers exchanged in %s: refused, or told of each cell", async (file) => {
    const { faults } = await judgeAll([swapsOf(REAL_FILES)], await readClean(REAL_FILES), [file]);
    expect(faults).toEqual([]);
  });
});
