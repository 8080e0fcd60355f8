import type { Bilingual } from "@/lib/editions/types";
import type { CellValue } from "@/lib/engine/values";
import { formatNumber } from "@/lib/format";

type Signed = { target: string; column: string; author: string; date: string };

/** The published corrections that a file's cells were read with, over the whole edition, and those left out. */
export type FileCorrections = {
  cells: number;
  rows: number;
  applied: readonly (Signed & {
    before: CellValue;
    after: CellValue;
    reason: string;
    proof: string | null;
  })[];
  skipped: readonly (Signed & { proposed: string; why: string })[];
};

/** What a file keeps of them. */
export function fileCorrections({ cells, rows, applied, skipped }: FileCorrections): FileCorrections {
  return {
    ...{ cells, rows },
    applied: applied.map(({ target, column, before, after, reason, proof, author, date }) => ({
      ...{ target, column, before, after, reason, proof, author, date },
    })),
    skipped: skipped.map(({ target, column, proposed, why, author, date }) => ({
      ...{ target, column, proposed, why, author, date },
    })),
  };
}

/** Whether cells are as published, or which are not, as a sentence in each language. */
export function correctionWords(corrections: FileCorrections | null): Bilingual {
  if (corrections === null)
    return {
      fr: "Cellules telles que publiées\u00a0: aucune correction proposée n’est appliquée.",
      en: "Cells as published: no proposed correction is applied.",
    };
  const { cells, rows, skipped } = corrections;
  const [fr, en] = (["fr", "en"] as const).map((locale) =>
    [cells, rows, skipped.length].map((count) => formatNumber(locale, count)),
  ) as [string[], string[]];
  return {
    fr: `Avec les corrections publiées par la rédaction, sur toute l’édition\u00a0: cellules changées ${fr[0]}, lignes ${fr[1]}, corrections non applicables ${fr[2]}. Les fichiers sources et les indicateurs restent tels que publiés.`,
    en: `With the corrections published by the editors, over the whole edition: cells changed ${en[0]}, rows ${en[1]}, corrections that can’t be applied ${en[2]}. Source files and indicators stay as published.`,
  };
}
