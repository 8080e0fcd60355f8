import { dialectsOf } from "./dialects";
import { encodingsOf } from "./encodings";
import { cutsOf, filesOf } from "./files";
import { headersFamily } from "./headers";
import { linesOf } from "./lines";
import { recordsFamily } from "./records";
import { swapsOf } from "./swaps";
import { cellsOf, columnsFamily } from "./values";
import type { Family } from "./variant";

/** Every family, over the edition of a folder. */
export const familiesOf = (folder: string): Family[] => [
  ...dialectsOf(folder),
  ...encodingsOf(folder),
  linesOf(folder),
  recordsFamily(folder),
  headersFamily(folder),
  cellsOf(folder),
  columnsFamily(folder),
  filesOf(folder),
  cutsOf(folder),
  swapsOf(folder),
];
