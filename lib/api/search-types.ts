import type { Bilingual } from "@/lib/editions/types";

export type Entity = "page" | "indicator" | "territory" | "organisation" | "platform";

/** One thing found: its name, what sets it apart from its namesakes, and its page (without language or view). */
export type SearchResult = {
  identifier: string | null;
  name: Bilingual;
  detail: Bilingual | null;
  path: string;
};

/** The best of one kind, and how many there are. */
export type SearchGroup = {
  entity: Entity;
  total: number;
  /** The list that shows them all, where there is one. */
  list: string | null;
  results: SearchResult[];
};

export type SearchAnswer = { q: string; total: number; groups: SearchGroup[] };
