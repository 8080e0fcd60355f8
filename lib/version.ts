import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Of the program as built: another build may answer otherwise to the same question. `development` where nothing is built. */
export const programVersion: string = (() => {
  try {
    return readFileSync(/* turbopackIgnore: true */ join(process.cwd(), ".next", "BUILD_ID"), "utf8").trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
    return "development";
  }
})();
