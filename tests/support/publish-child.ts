/**
 * A process that puts two editions in place in turn, without end, for a test that kills it.
 *   <folder of the editions> <id> <folder of one> <folder of the other>
 */
import { cp } from "node:fs/promises";
import { writeSync } from "node:fs";
import { publishEdition, recoverPublications } from "@/lib/editions/publish";

const [dataDir = "", id = "", ...sources] = process.argv.slice(2);
await recoverPublications(dataDir);
for (let turn = 0; ; turn++) {
  const source = sources[turn % sources.length] ?? "";
  const outcome = await publishEdition(dataDir, id, (folder) => cp(source, folder, { recursive: true }));
  writeSync(1, `${outcome}\n`);
}
