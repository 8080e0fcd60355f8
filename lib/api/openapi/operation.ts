import "server-only";
import type { Bilingual } from "@/lib/editions/types";
import type { List } from "@/lib/engine/list";
import type { Parameter } from "./parameters";

const JSON_ONLY = ["application/json"];

export type Operation = {
  /** As OpenAPI writes it: `/api/v1/editions/{edition}`. */
  path: string;
  id: string;
  text: Bilingual;
  parameters: readonly Parameter[];
  /** The list it gives rows of, in every format. */
  list?: List;
  /** Media types of its answers; the first is what it gives unasked. */
  media: readonly string[];
  /** Name of the schema of its JSON. */
  schema?: string;
  /** Parts of its answer can be asked for (Range). */
  inParts?: true;
};

/** Below an edition. */
export const E = "/api/v1/editions/{edition}";

/** An operation that gives one thing. */
export const one = (
  id: string,
  path: string,
  said: Bilingual,
  parameters: readonly Parameter[] = [],
  media: readonly string[] = JSON_ONLY,
  schema?: string,
): Operation => ({
  ...{ id, path, text: said, parameters, media, ...(schema && { schema }) },
});
