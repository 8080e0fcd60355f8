import { expect, test } from "vitest";
import { DEMO, readClean } from "./clean";
import { cutsOf, filesOf } from "./files";
import { detailOf, documentOf, documentPath, judgeAll, summaryOf } from "./report";

test("every other file, and every cut: read right, or told with its place; nothing in silence", async () => {
  const { judged, faults } = await judgeAll([filesOf(DEMO), cutsOf(DEMO)], await readClean(DEMO));
  expect(faults).toEqual([]);
  const document = documentOf("Other files, files cut or swollen", [summaryOf(judged), detailOf(judged)]);
  await expect(document).toMatchFileSnapshot(documentPath("files"));
});
