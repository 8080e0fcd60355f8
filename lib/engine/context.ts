import "server-only";
import type { Basis } from "@/lib/codes/types";
import type { EngineState, LoadedEdition } from "./state";

/**
 * What a request asks its questions of: one loaded state (which never changes under it), one edition of it, one
 * basis. All questions of a page or an answer share one context, so they cannot disagree.
 */
export type EditionContext = {
  state: EngineState;
  edition: LoadedEdition;
  basis: Basis;
  /** Published corrections to read lists with, as a JSON array of `Patch`; without it, cells are as published. */
  patches?: string;
};
