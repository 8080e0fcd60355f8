import type { Bilingual } from "@/lib/editions/types";

/** What the frame of a page says of an edition. */
export type EditionSummary = {
  id: string;
  title: Bilingual;
  /** Written for the reader. */
  asOf: string;
  kind: "official" | "snapshot" | "demo";
  publisher: string;
  licence: { name: string; url: string | null };
};
