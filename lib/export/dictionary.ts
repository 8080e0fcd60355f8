import { labelOf } from "@/lib/codes/labels";
import type { Bilingual } from "@/lib/editions/types";
import type { Column, ColumnKind } from "@/lib/engine/kinds";
import { glossary } from "@/lib/glossary";

/** One column of a file, in words. */
export type DictionaryEntry = {
  column: string;
  kind: ColumnKind;
  label: Bilingual;
  unit: Bilingual | null;
  definition: Bilingual;
  source: string | null;
};

/** The columns of a file, from the glossary; one named by a code takes the words of the code. */
export function dictionaryOf(columns: readonly Column[]): DictionaryEntry[] {
  return columns.map(({ key, kind, term: name = key }) => {
    const term = Object.hasOwn(glossary, name) ? glossary[name] : undefined;
    const label = term?.label ?? labelOf("class", key);
    return {
      column: key,
      kind,
      label,
      unit: term?.unit ?? null,
      definition: term?.definition ?? label,
      source: term?.source ?? null,
    };
  });
}
