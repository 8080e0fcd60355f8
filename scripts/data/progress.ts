const WIDTH = 24;
const DRAW_MS = 100;
/** Where nothing can be drawn over, a line now and then is enough. */
const LINE_MS = 5_000;

const group = new Intl.NumberFormat("en");

/**
 * Shows on stderr how far a long work is: a bar on a terminal, elsewhere a line every five seconds.
 * @param unit what is counted, "rows"
 * @returns a function to call with what is done and, where it is known, the whole
 */
export function progress(title: string, unit: string) {
  const { stderr } = process;
  const start = Date.now();
  let last = stderr.isTTY ? 0 : start;
  const text = (done: number, all?: number) => {
    const seconds = `${Math.round((Date.now() - start) / 1_000)} s`;
    if (!all) return `${title}  ${group.format(done)} ${unit}  ${seconds}`;
    const filled = Math.round((done / all) * WIDTH);
    const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    return `${title}  ${bar} ${Math.floor((done / all) * 100)} %  ${group.format(done)} of ${group.format(all)} ${unit}  ${seconds}`;
  };
  return {
    update(done: number, all?: number): void {
      if (Date.now() - last < (stderr.isTTY ? DRAW_MS : LINE_MS)) return;
      last = Date.now();
      if (stderr.isTTY) stderr.write(`\r\x1b[2K${text(done, all).slice(0, stderr.columns - 1)}`);
      else stderr.write(`${text(done, all)}\n`);
    },
    /** Takes the bar away. */
    end(): void {
      if (stderr.isTTY) stderr.write("\r\x1b[2K");
    },
  };
}

/** A count as these commands write it: "1,060 rows", "1 row". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${group.format(count)} ${count === 1 ? one : many}`;
}
