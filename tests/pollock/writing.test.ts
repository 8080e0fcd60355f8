import { expect, test } from "vitest";
import { DEMO, readClean } from "./clean";
import { dialectsOf } from "./dialects";
import { encodingsOf } from "./encodings";
import { detailOf, documentOf, documentPath, judgeAll, summaryOf } from "./report";

test("every way to write the file: read right, or told with its place; nothing in silence", async () => {
  const { judged, faults } = await judgeAll(
    [...dialectsOf(DEMO), ...encodingsOf(DEMO)],
    await readClean(DEMO),
  );
  expect(faults).toEqual([]);
  const document = documentOf("Files written otherwise", [summaryOf(judged), detailOf(judged)]);
  await expect(document).toMatchFileSnapshot(documentPath("writing"));
});
