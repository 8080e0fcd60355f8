import "server-only";
import { LABELS } from "@/lib/codes/labels";
import { FINDING_KINDS, type FindingKind } from "@/lib/editions/findings";
import { denominators2021Note, historyNote, publishedFigures } from "@/lib/editions/reference";
import type { Bilingual } from "@/lib/editions/types";
import { compareText } from "@/lib/format";
import { glossary } from "@/lib/glossary";
import { conceptTerms } from "@/lib/glossary/concepts";
import { indicators } from "@/lib/indicators";
import { REGISTER } from "@/lib/indicators/sources";
import type { Source } from "@/lib/indicators/types";
import type { Locale } from "@/lib/links";

/** One entry of the method: its anchor, its words, and facts about it. */
export type Entry = {
  id: string;
  label: string;
  text: string;
  facts: { name: "formula" | "unit" | "source" | "code"; text: string; href?: string | undefined }[];
};

const sourceFact = (source: Source, locale: Locale) =>
  ({ name: "source", text: source.title[locale], href: source.url }) as const;

/** A word of the glossary is at `#<key>`. */
function termEntry(key: string, locale: Locale, code: boolean): Entry {
  const { label, definition, unit, source } = glossary[key]!;
  return {
    id: key,
    label: label[locale],
    text: definition[locale],
    facts: [
      ...(unit ? [{ name: "unit" as const, text: unit[locale] }] : []),
      ...(source ? [{ name: "source" as const, text: source }] : []),
      ...(code ? [{ name: "code" as const, text: key }] : []),
    ],
  };
}

const concepts = Object.keys(conceptTerms);

export const conceptEntries = (locale: Locale) => concepts.map((key) => termEntry(key, locale, false));

export const columnEntries = (locale: Locale) =>
  Object.keys(glossary)
    .filter((key) => !concepts.includes(key))
    .map((key) => termEntry(key, locale, true))
    .toSorted((a, b) => compareText(locale, a.label, b.label));

/** An indicator is at `#indicator-<id>`: some have the name of a column. */
export const indicatorEntries = (locale: Locale) =>
  indicators.map(({ id, name, definition, formula, sources }): Entry => ({
    id: `indicator-${id}`,
    label: name[locale],
    text: definition[locale],
    facts: [
      { name: "formula", text: formula[locale] },
      ...sources.map((source) => sourceFact(source, locale)),
      { name: "code", text: id },
    ],
  }));

/** A kind of finding is at `#finding-<code>`. */
function findingEntry([code, { label, explanation }]: [string, FindingKind], locale: Locale): Entry {
  const facts = [{ name: "code" as const, text: code }];
  return { id: `finding-${code}`, label: label[locale], text: explanation[locale], facts };
}

const kinds: [string, FindingKind][] = Object.entries(FINDING_KINDS);

/** What only the corrected basis does. */
export const correctionEntries = (locale: Locale) =>
  kinds.filter(([, { basis }]) => basis === "corrected").map((kind) => findingEntry(kind, locale));

/** What is found under both bases, by what is done about it. */
export const findingEntries = (outcome: FindingKind["outcome"], locale: Locale) =>
  kinds
    .filter(([, kind]) => kind.outcome === outcome && kind.basis !== "corrected")
    .map((kind) => findingEntry(kind, locale));

/** The words of a family of codes, in order. */
export const codesOf = (family: "size" | "datasets" | "type", locale: Locale) =>
  Object.entries<Bilingual>(LABELS[family]).map(([code, label]) => ({ code, label: label[locale] }));

/** What the edition's files are compared with. */
export const references = (locale: Locale) => ({
  register: sourceFact(REGISTER, locale),
  notes: [denominators2021Note, historyNote].map(({ source, note }) => ({
    text: note[locale],
    source: sourceFact(source, locale),
  })),
  published: publishedFigures.map(({ text, source }) => ({
    text: text[locale],
    source: sourceFact(source, locale),
  })),
});
