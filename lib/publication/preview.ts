import "server-only";
import { BASES, type Basis } from "@/lib/codes/types";
import { CHANGES, OUTCOMES } from "@/lib/codes/quality";
import type { EditionContext } from "@/lib/engine/context";
import { defaultEdition, editionsInOrder } from "@/lib/engine/engine";
import type { EngineState, LoadedEdition } from "@/lib/engine/state";
import { indicators } from "@/lib/indicators";
import type { Unit } from "@/lib/indicators/types";
import type { Bilingual } from "@/lib/editions/types";
import { changes, comparableEditions } from "@/lib/queries/changes";
import { remarkCounts } from "@/lib/queries/remarks";
import { stagedContexts } from "./staged-state";
import type { Upload } from "./types";

/** More or fewer rows than that against the edition compared with asks for a second look. */
const ROWS_TOLERANCE = 0.2;

/** A figure of both editions; null where one can't tell. */
export type Compared = { before: number | null; after: number | null; difference: number | null };

export type Preview = {
  /** What it is compared with: the edition it would replace, else the default one; null when nothing is served. */
  base: { id: string; title: Bilingual; identity: string; replaced: boolean } | null;
  rows: ({ file: "organisations" | "platforms"; unusual: boolean } & Compared)[];
  indicators: { id: string; name: Bilingual; unit: Unit; figures: Record<Basis, Compared> }[];
  /** Changes by SIREN, or null when the two can't be compared (a fictitious edition and a real one). */
  changes: { change: (typeof CHANGES)[number]; count: number }[] | null;
  remarks: ({ outcome: (typeof OUTCOMES)[number] } & Compared)[];
};

function compared(before: number | null, after: number | null): Compared {
  return { before, after, difference: before === null || after === null ? null : after - before };
}

/** The edition an upload is compared with: the one it replaces, else the default one, or one fictitious as it is. */
export function baseOf(upload: Upload, state: EngineState): LoadedEdition | undefined {
  if (state.editions.size === 0) return undefined;
  const { id, kind } = upload.manifest;
  const alike = (one: LoadedEdition) => (one.manifest.kind === "demo") === (kind === "demo");
  const first = defaultEdition(state);
  return state.editions.get(id) ?? [first, ...editionsInOrder(state)].find(alike) ?? first;
}

/** Remarks on the files by what was done with the value. */
async function remarksOf(context: EditionContext): Promise<Map<string, number>> {
  const found = new Map<string, number>(OUTCOMES.map((outcome) => [outcome, 0]));
  for (const { outcome, count } of await remarkCounts.all(context, {}))
    found.set(outcome, (found.get(outcome) ?? 0) + count);
  return found;
}

async function figuresOf(
  staged: EditionContext,
  base: EditionContext | null,
): Promise<Preview["indicators"]> {
  return Promise.all(
    indicators.map(async ({ id, name, unit, compute }) => {
      const figures = await Promise.all(
        BASES.map(async (basis) => {
          const [after, before] = await Promise.all([
            compute({ ...staged, basis }),
            base && compute({ ...base, basis }),
          ]);
          return [basis, compared(before?.value ?? null, after.value)] as const;
        }),
      );
      return { id, name, unit, figures: Object.fromEntries(figures) as Record<Basis, Compared> };
    }),
  );
}

/** How many organisations came, went or changed, by kind of change; null when the two can't be compared. */
async function changesOf(staged: EditionContext, base: EditionContext | null): Promise<Preview["changes"]> {
  if (!base) return null;
  const comparable = await comparableEditions.all(staged, {});
  if (!comparable.some(({ id }) => id === base.edition.id)) return null;
  const request = { filters: { from: [base.edition.id] }, q: null, sort: [] };
  const { change: counts } = await changes.facets(staged, request, ["change"], "result");
  return CHANGES.map((change) => ({
    change,
    count: counts.find(({ value }) => value === change)?.count ?? 0,
  }));
}

/** What would change if an upload were published: figures, rows, organisations, remarks. */
export async function previewOf(upload: Upload, served: LoadedEdition | undefined): Promise<Preview> {
  const { staged, base } = await stagedContexts(upload, served);
  const [figures, changed, after, before] = await Promise.all([
    figuresOf(staged, base),
    changesOf(staged, base),
    remarksOf(staged),
    base && remarksOf(base),
  ]);
  return {
    base: served
      ? {
          id: served.id,
          title: served.manifest.title,
          identity: served.identity,
          replaced: served.id === upload.manifest.id,
        }
      : null,
    rows: (["organisations", "platforms"] as const).map((file) => {
      const [was, is] = [base?.edition.counts[file] ?? null, staged.edition.counts[file]];
      const unusual = was !== null && Math.abs(is - was) > was * ROWS_TOLERANCE;
      return { file, unusual, ...compared(was, is) };
    }),
    indicators: figures,
    changes: changed,
    remarks: OUTCOMES.map((outcome) => ({
      outcome,
      ...compared(before?.get(outcome) ?? null, after.get(outcome) ?? 0),
    })),
  };
}
