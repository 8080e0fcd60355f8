import { annotationTerms } from "./glossary/annotations";
import { conceptTerms } from "./glossary/concepts";
import { entityTerms } from "./glossary/entities";
import { filterTerms } from "./glossary/filters";
import { measureTerms } from "./glossary/measures";
import { organisationTerms } from "./glossary/organisations";
import { platformTerms } from "./glossary/platforms";
import { qualityTerms } from "./glossary/quality";
import { schemaTerms } from "./glossary/schema";
import { tableTerms } from "./glossary/tables";
import type { Glossary, Term } from "./glossary/types";

export type { Glossary, Term };

/**
 * Every name of the code that a reader meets, with its words: keys of rows (columns of lists, measures of
 * indicators) and words of the observatory. A test fails on a row key that has no entry.
 */
export const glossary: Glossary = {
  ...organisationTerms,
  ...platformTerms,
  ...entityTerms,
  ...filterTerms,
  ...measureTerms,
  ...qualityTerms,
  ...schemaTerms,
  ...tableTerms,
  ...annotationTerms,
  ...conceptTerms,
};

/**
 * @returns the words of a row key
 * @throws Error when there are none: a fault of the code
 */
export function termOf(key: string): Term {
  const term = Object.hasOwn(glossary, key) ? glossary[key] : undefined;
  if (!term) throw new Error(`the glossary has no entry ${key}`);
  return term;
}

/** Whether a key has words of its own here. */
export function hasTerm(key: string): boolean {
  return Object.hasOwn(glossary, key);
}
