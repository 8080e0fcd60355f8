import type { Bilingual } from "@/lib/editions/types";

/** One concept: how it is named to readers, in what unit it is counted, what it means, where the files have it. */
export type Term = { label: Bilingual; unit?: Bilingual; definition: Bilingual; source?: string };

/** Terms by their name in the code: the key of a row, or a word of the observatory. */
export type Glossary = Readonly<Record<string, Term>>;
