import { TYPES } from "@/lib/codes/types";
import { LEAST_CELLS } from "./fit-rules";

const ADDRESS = /^https?:\/\//i;
const COUNT = /^\d{1,8}$/;
const POSITION = /^-?\d{1,3}[.,]\d{2,}$/;

/** What the cells of a column look like as files write them; columns of free words look like nothing. */
const LOOKS: Readonly<Record<string, RegExp>> = {
  siren: /^(\d{3} ?){3}$/,
  region: /^[A-Z]{3}-\d{2}$/i,
  department: /^(\d{2,3}|2[AB])$/i,
  type: new RegExp(`^(${TYPES.join("|")})$`, "i"),
  channel: /^(ptf|datagouv|both)$/i,
  datagouv_id: /^[0-9a-f]{24}$/i,
  checked_at: /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}/,
  ...{ latitude: POSITION, longitude: POSITION },
  ...{ local_url: ADDRESS, datagouv_url: ADDRESS, url: ADDRESS, reuse_url: ADDRESS, forum_url: ADDRESS },
  ...{
    local_datasets: COUNT,
    datagouv_datasets: COUNT,
    population: COUNT,
    reuses: COUNT,
    hosted_declared: COUNT,
  },
};
const CLASSES = [...new Set(Object.values(LOOKS))];

/** Rows looked at: enough to tell, and no cost for a file of a million. */
const LOOKED_AT = 2_000;
const MOST = 0.8;

/** What the cells under each header look like, whatever the header says. */
export class Looks {
  readonly #names: readonly (string | undefined)[];
  readonly #filled: number[];
  readonly #alike: Map<RegExp, number>[];
  #rows = 0;

  /** @param names columns by their place; undefined for a header that is not read */
  constructor(names: readonly (string | undefined)[]) {
    this.#names = names;
    this.#filled = names.map(() => 0);
    this.#alike = names.map(() => new Map());
  }

  see(record: readonly string[]): void {
    if (this.#rows++ >= LOOKED_AT) return;
    this.#alike.forEach((alike, index) => {
      const cell = (record[index] ?? "").trim();
      if (cell === "") return;
      this.#filled[index] = (this.#filled[index] ?? 0) + 1;
      for (const look of CLASSES) if (look.test(cell)) alike.set(look, (alike.get(look) ?? 0) + 1);
    });
  }

  #share(index: number, look: RegExp | undefined): number {
    const filled = this.#filled[index] ?? 0;
    return look === undefined || filled < LEAST_CELLS ? 0 : (this.#alike[index]?.get(look) ?? 0) / filled;
  }

  /**
   * Where the cells of a column seem to be instead: under another header, whose own they don't look like.
   * @returns its place, or undefined when nothing says that they are anywhere
   */
  elsewhere(column: string): number | undefined {
    const look = LOOKS[column];
    if (!look) return undefined;
    const found = this.#names.findIndex((name, index) => {
      const own = LOOKS[name ?? ""];
      if (name === column || own === look) return false;
      // Numbers under a header that is not read may count anything.
      if (name === undefined && look === COUNT) return false;
      return this.#share(index, look) >= MOST && this.#share(index, own) < 1 / 2;
    });
    return found === -1 ? undefined : found;
  }
}
