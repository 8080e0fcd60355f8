import { expect, test } from "vitest";
import { DEMO, readClean } from "./clean";
import { headersFamily } from "./headers";
import { linesOf } from "./lines";
import { recordsFamily } from "./records";
import { detailOf, documentOf, documentPath, judgeAll, summaryOf } from "./report";

test("every damage to lines, records and headers: read right, or told with its place; nothing in silence", async () => {
  const { judged, faults } = await judgeAll(
    [linesOf(DEMO), recordsFamily(DEMO), headersFamily(DEMO)],
    await readClean(DEMO),
  );
  expect(faults).toEqual([]);
  const document = documentOf("Lines, records and headers damaged", [summaryOf(judged), detailOf(judged)]);
  await expect(document).toMatchFileSnapshot(documentPath("structure"));
});
