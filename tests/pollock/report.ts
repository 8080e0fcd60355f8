import { faultOf, judge, type Clean, type Verdict } from "./judge";
import type { FileName } from "./table";
import { variantsOf, type Family, type Variant } from "./variant";

export const FILES: readonly FileName[] = ["organisations.csv", "plateformes.csv"];

export type Judged = { variant: Variant; verdict: Verdict };

/** Judges every variant of some families, one after another. */
export async function judgeAll(
  families: readonly Family[],
  clean: Clean,
  files: readonly FileName[] = FILES,
): Promise<{ judged: Judged[]; faults: string[] }> {
  const judged: Judged[] = [];
  for (const variant of variantsOf(families, files))
    judged.push({ variant, verdict: await judge(variant, clean) });
  const faults = judged.map(({ variant, verdict }) => faultOf(variant, verdict));
  return { judged, faults: faults.filter((fault) => fault !== null) };
}

/** The first kinds of what was found, each with its first place. */
function toldOf({ told }: Verdict): string {
  const first = new Map(told.toReversed().map((finding) => [finding.kind, finding]));
  const kinds = [...first.values()].reverse().slice(0, 3);
  const places = kinds.map(({ kind, line, column }) => {
    const at = [line === null ? "" : `line ${line}`, column ?? ""].filter((part) => part !== "").join(", ");
    return at === "" ? kind : `${kind} (${at})`;
  });
  const more = first.size - kinds.length;
  return [...places, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

/** What became of a variant, in a cell of a table. */
function outcomeOf({ verdict }: Judged): string {
  const { outcome, refusal } = verdict;
  if (refusal) {
    const place = [refusal.line === null ? "the file" : `line ${refusal.line}`, refusal.column ?? ""];
    return `refused: ${place.filter((part) => part !== "").join(", ")}`;
  }
  return outcome === "flagged" || verdict.told.length > 0 ? `${outcome}: ${toldOf(verdict)}` : outcome;
}

const OUTCOMES = ["read right", "flagged", "refused"] as const;

/** Signs that can't be seen or that mean something in a table of Markdown. */
const safe = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "\\<");

/** A line a family: how many of its variants were read right, flagged, refused. */
export function summaryOf(judged: readonly Judged[]): string {
  const families = Map.groupBy(judged, ({ variant }) => variant.family);
  const lines = [...families].map(([family, members]) => {
    const count = (wanted: string) => members.filter(({ verdict }) => verdict.outcome === wanted).length;
    return `| ${family} | ${members.length} | ${OUTCOMES.map(count).join(" | ")} |`;
  });
  return ["| Family | Variants | Read right | Flagged | Refused |", "|---|---|---|---|---|", ...lines].join(
    "\n",
  );
}

/** A line a variant: what became of it in each file. */
export function detailOf(judged: readonly Judged[]): string {
  const families = Map.groupBy(judged, ({ variant }) => variant.family);
  return [...families]
    .map(([family, members]) => {
      const names = [...new Set(members.map(({ variant }) => variant.name))];
      const cell = (name: string, file: FileName) => {
        const one = members.find(({ variant }) => variant.name === name && variant.file === file);
        return one ? safe(outcomeOf(one)) : "";
      };
      const lines = names.map(
        (name) => `| ${[safe(name), ...FILES.map((file) => cell(name, file))].join(" | ")} |`,
      );
      return [`## ${family}`, "", `| Damage | ${FILES.join(" | ")} |`, "|---|---|---|", ...lines].join("\n");
    })
    .join("\n\n");
}

const SOURCE = "Written by `npx vitest run tests/pollock -u`; see [pollution.md](../pollution.md).";

/** A document of what became of some families. */
export const documentOf = (title: string, parts: readonly string[]): string =>
  [`# ${title}`, "", SOURCE, "", parts.join("\n\n"), ""].join("\n");

/** Where a document is kept, from the folder of the tests. */
export const documentPath = (name: string): string => `../../docs/pollution/${name}.md`;
