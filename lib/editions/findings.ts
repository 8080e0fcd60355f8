import { ADDRESS_KINDS } from "./kinds/addresses";
import { CODE_KINDS } from "./kinds/codes";
import { FILE_KINDS } from "./kinds/files";
import type { FindingKind } from "./kinds/kind";
import { LIST_KINDS } from "./kinds/lists";
import { NUMBER_KINDS } from "./kinds/numbers";
import { TERRITORY_KINDS } from "./kinds/territory";
import { TEXT_KINDS } from "./kinds/text";

export type { FindingKind };

/**
 * Every kind of finding the reader makes, with its severity, what is done with the value, and its words.
 * In a finding, `value` is the cell as the file has it (never an e-mail address), `corrected` what the row has instead;
 * for a doubt that the register answers (`type_differs`, `department_differs`), what the register says.
 */
export const FINDING_KINDS = {
  ...FILE_KINDS,
  ...TEXT_KINDS,
  ...CODE_KINDS,
  ...NUMBER_KINDS,
  ...TERRITORY_KINDS,
  ...LIST_KINDS,
  ...ADDRESS_KINDS,
} as const satisfies Record<string, FindingKind>;

export type KindCode = keyof typeof FINDING_KINDS;

/**
 * What a kind of finding is.
 * @param code `kind` of a finding
 * @throws RangeError when it is none of the catalogue
 */
export function kindOf(code: string): FindingKind {
  if (!Object.hasOwn(FINDING_KINDS, code)) throw new RangeError(`no kind of finding is called ${code}`);
  return FINDING_KINDS[code as KindCode];
}
