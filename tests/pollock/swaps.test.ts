import { expect, test } from "vitest";
import { DEMO, readClean } from "./clean";
import { detailOf, documentOf, documentPath, FILES, judgeAll, summaryOf } from "./report";
import { swapsOf } from "./swaps";

test.each(FILES)("two headers exchanged in %s: refused, or told of each cell", async (file) => {
  const { judged, faults } = await judgeAll([swapsOf(DEMO)], await readClean(DEMO), [file]);
  expect(faults).toEqual([]);
  const others = judged.filter(({ verdict }) => verdict.outcome !== "refused");
  const document = documentOf(`Two headers exchanged in ${file}`, [
    summaryOf(judged),
    "Those that are not refused:",
    detailOf(others),
  ]);
  await expect(document).toMatchFileSnapshot(documentPath(`headers-${file.replace(".csv", "")}`));
});
