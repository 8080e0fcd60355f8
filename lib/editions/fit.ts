import { isTheme } from "@/lib/codes/theme";
import type { Hinted } from "./cells";
import {
  LEAST_CELLS,
  SHIFTED_CELLS,
  counts,
  elsewhereFault,
  exchangedFault,
  isExchanged,
  isUnreadable,
  type Clue,
} from "./fit-rules";
import { Looks } from "./fit-looks";
import { withoutEmails } from "./personal";
import type { Finding } from "./types";

const WRITTEN = /\S/;

/** Whether the cells of a file are under their headers: looked at row after row, judged at the end. */
export class Fit<Column extends string> {
  readonly #columns: readonly (readonly [Column, number])[];
  readonly #headers: readonly string[];
  readonly #unread: readonly number[];
  readonly #themesAt: number | undefined;
  readonly #line: number;
  readonly #looks: Looks;
  #rows = 0;
  /** Cells with a value, by place of the column. */
  readonly #filled: number[];
  /** Rows with a clue, by clue and column. */
  readonly #clues = new Map<string, { clue: Clue; column: string; count: number }>();
  /** Cells that hold a theme, by place: in the column of themes, and under headers that are not read. */
  readonly #themes = new Map<number, number>();

  /** @param line where the headers are */
  constructor(columns: ReadonlyMap<Column, number>, headers: readonly string[], line: number) {
    this.#columns = [...columns];
    this.#headers = headers.map(withoutEmails);
    this.#line = line;
    this.#filled = headers.map(() => 0);
    this.#themesAt = columns.get("themes" as Column);
    const read = new Set(columns.values());
    const nameAt = new Map([...columns].map(([name, index]) => [index, name]));
    this.#looks = new Looks(headers.map((_, index) => nameAt.get(index)));
    this.#unread = headers.map((_, index) => index).filter((index) => !read.has(index));
  }

  /**
   * Takes a record and what was found in it.
   * @returns the first of its columns when so many hold what they should not that it seems shifted, or no data
   */
  see(
    record: readonly string[],
    { noted, hints }: { noted: readonly Finding[]; hints: readonly Hinted[] },
  ): string | undefined {
    this.#rows++;
    this.#looks.see(record);
    for (let index = 0; index < record.length; index++)
      if (WRITTEN.test(record[index] ?? "")) this.#filled[index] = (this.#filled[index] ?? 0) + 1;
    this.#seeThemes(record);
    for (const { hint, column } of hints) this.#count(hint, column);
    if (noted.length === 0) return undefined;
    const strange = new Set<string>();
    const said = new Set<string>();
    for (const { kind, column } of noted) {
      if (column === null || said.has(`${kind} ${column}`)) continue;
      said.add(`${kind} ${column}`);
      if (isUnreadable(kind)) strange.add(column);
      if (counts(kind, column)) this.#count(kind as Clue, column);
    }
    return strange.size < SHIFTED_CELLS ? undefined : [...strange][0];
  }

  /**
   * Judges the columns once every record has been seen.
   * @returns those without any value, though the file has rows enough; those whose cells are mostly not what they hold,
   *   with where the header is and how many cells
   * @throws FileFault at the header of a column whose cells are under another
   */
  judge(): { empty: Column[]; unfit: { column: string; line: number; count: number }[] } {
    const unfit = new Map<string, { column: string; line: number; count: number }>();
    for (const { clue, column, count } of this.#clues.values()) {
      if (!isExchanged(clue, count, this.#filledOf(column), this.#rows)) continue;
      const at = { line: this.#line, column };
      // Damaged alike from the first row to the last, a column is unknown, and the others are what they were.
      if (this.#looks.elsewhere(column) !== undefined)
        throw exchangedFault(this.#headerOf(column), clue, count, at);
      if (!unfit.has(column)) unfit.set(column, { ...at, count });
    }
    this.#judgeThemes();
    const all = this.#rows < LEAST_CELLS ? [] : this.#columns.map(([name]) => name);
    return { empty: all.filter((name) => this.#filledOf(name) === 0), unfit: [...unfit.values()] };
  }

  #placeOf(column: string): number {
    return this.#columns.find(([name]) => name === column)?.[1] ?? -1;
  }

  #headerOf(column: string): string {
    return this.#headers[this.#placeOf(column)] ?? column;
  }

  #filledOf(column: string): number {
    return this.#filled[this.#placeOf(column)] ?? 0;
  }

  #count(clue: Clue, column: string): void {
    const key = `${clue} ${column}`;
    const known = this.#clues.get(key);
    if (known) known.count++;
    else this.#clues.set(key, { clue, column, count: 1 });
  }

  /** Themes are any words, so that another column's are no fault; theirs under a header that is not read are. */
  #seeThemes(record: readonly string[]): void {
    if (this.#themesAt === undefined) return;
    for (const index of [this.#themesAt, ...this.#unread]) {
      const cell = record[index] ?? "";
      if (cell !== "" && isTheme(cell.split(",", 1)[0] ?? ""))
        this.#themes.set(index, (this.#themes.get(index) ?? 0) + 1);
    }
  }

  #judgeThemes(): void {
    const own = this.#themes.get(this.#themesAt ?? -1) ?? 0;
    for (const [index, count] of this.#themes)
      if (count >= LEAST_CELLS && count > own)
        throw elsewhereFault(this.#headerOf("themes"), this.#headers[index] ?? "", count, {
          line: this.#line,
          column: "themes",
        });
  }
}
