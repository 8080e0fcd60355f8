import { execFileSync } from "node:child_process";
import { cpus, release, totalmem, type } from "node:os";

/** One thing measured: its figure with the unit, its ratio to what it is compared with, and what is aimed at. */
export type Row = { what: string; figure: string; ratio?: string; target?: string };
export type Table = { title: string; note?: string; rows: Row[] };

/** What is measured, a part after the other, shown as it comes and kept for the file. */
export class Report {
  readonly #tables: Table[] = [];

  table(title: string, note?: string): void {
    this.#tables.push({ title, note, rows: [] });
    console.log(`\n${title}${note === undefined ? "" : `\n  ${note}`}`);
  }

  row(row: Row): void {
    this.#tables.at(-1)?.rows.push(row);
    const { what, figure, ratio = "", target = "" } = row;
    console.log(`  ${what.padEnd(58)} ${figure.padStart(20)}  ${ratio.padEnd(26)} ${target}`.trimEnd());
  }

  /** The tables in Markdown, under the machine and the versions that they are of. */
  markdown(): string {
    const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();
    const [cpu] = cpus();
    const machine = [
      `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, ${type()} ${release()}`,
      `Node ${process.version}, commit ${git("rev-parse", "--short", "HEAD")}, ${new Date().toISOString().slice(0, 10)}`,
    ];
    const tables = this.#tables.map(({ title, note, rows }) =>
      [
        `## ${title}`,
        ...(note === undefined ? [] : [note]),
        [
          "| measured | figure | ratio | aimed at |",
          "| --- | --- | --- | --- |",
          ...rows.map(
            ({ what, figure, ratio = "", target = "" }) => `| ${what} | ${figure} | ${ratio} | ${target} |`,
          ),
        ].join("\n"),
      ].join("\n\n"),
    );
    return [
      "# Measured",
      "Written by `npm run bench`, all in one run. A machine is shared and noisy: the ratios are the result, the rest is where they come from.",
      machine.map((line) => `- ${line}`).join("\n"),
      ...tables,
    ].join("\n\n");
  }
}
