/** Tells the line of a place in the file, places being asked in order. */
export class Lines {
  readonly #newline: number;
  /** Places of the line ends seen. */
  #breaks: number[] = [];
  #passed = 0;
  #seen = 0;
  #line = 1;

  /** @param newline the byte that ends a line */
  constructor(newline: number) {
    this.#newline = newline;
  }

  /** Takes the next piece of the file. */
  see(piece: Buffer): void {
    // What has been passed is forgotten, or the places of a million lines would be kept.
    if (this.#passed === this.#breaks.length) {
      this.#breaks = [];
      this.#passed = 0;
    }
    for (let at = piece.indexOf(this.#newline); at !== -1; at = piece.indexOf(this.#newline, at + 1))
      this.#breaks.push(this.#seen + at);
    this.#seen += piece.length;
  }

  /** The line that a byte of the pieces seen so far is on; no earlier byte is asked for later. */
  lineAt(offset: number): number {
    for (
      let next = this.#breaks[this.#passed];
      next !== undefined && next < offset;
      next = this.#breaks[++this.#passed]
    )
      this.#line++;
    return this.#line;
  }
}
