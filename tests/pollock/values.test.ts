import { expect, test } from "vitest";
import { DEMO, readClean } from "./clean";
import { cellsOf, columnsFamily } from "./values";
import { detailOf, documentOf, documentPath, judgeAll, summaryOf } from "./report";

test("every damage to cells: read right, or told with its place; nothing in silence", async () => {
  const { judged, faults } = await judgeAll([cellsOf(DEMO), columnsFamily(DEMO)], await readClean(DEMO));
  expect(faults).toEqual([]);
  const document = documentOf("Cells damaged", [summaryOf(judged), detailOf(judged)]);
  await expect(document).toMatchFileSnapshot(documentPath("values"));
});
