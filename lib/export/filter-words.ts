import { labelOf, type Dimension } from "@/lib/codes/labels";
import type { Bilingual } from "@/lib/editions/types";
import { termOf } from "@/lib/glossary";

/** What the values of a list's filters are codes of; those not named are their own words. */
const DIMENSIONS: Readonly<Record<string, Readonly<Record<string, Dimension>>>> = {
  organisations: {
    type: "type",
    category: "category",
    region: "region",
    department: "department",
    technology: "technology",
    main_technology: "technology",
    theme: "theme",
    channel: "channel",
    platform: "platform",
    size: "size",
    datasets: "datasets",
  },
  "bound-authorities": { type: "type", region: "region", department: "department", size: "size" },
  changes: { type: "type", region: "region" },
  quality: { severity: "severity", outcome: "outcome" },
  annotations: { kind: "noteKind", target_kind: "targetKind", territory: "territory" },
  platforms: {
    type: "platformType",
    collaboration: "collaboration",
    technology: "technology",
    region: "region",
    bearer: "type",
    theme: "theme",
  },
};

/** Filters that the glossary has under another name. */
const TERMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  annotations: { kind: "note_kind" },
};

/** What an address keeps of a list, as a sentence in each language. */
export function filterWords(
  list: string,
  filters: Readonly<Record<string, readonly string[] | undefined>>,
  q: string | null,
): Bilingual {
  const named = Object.entries(filters).filter(([, values]) => values && values.length > 0);
  const dimension = (filter: string): Dimension => DIMENSIONS[list]?.[filter] ?? "none";
  const write = (
    locale: "fr" | "en",
    colon: string,
    or: string,
    stop: string,
    quote: (text: string) => string,
  ) =>
    [
      ...named.map(([filter, values = []]) => {
        const words = values.map((value) => labelOf(dimension(filter), value)[locale]);
        return `${termOf(TERMS[list]?.[filter] ?? filter).label[locale]}${colon}${words.join(or)}`;
      }),
      ...(q ? [quote(q)] : []),
    ].join(stop);
  const fr = write(
    "fr",
    "\u00a0: ",
    " ou ",
    "\u00a0; ",
    (text) => `nom ou SIREN contenant «\u00a0${text}\u00a0»`,
  );
  const en = write("en", ": ", " or ", "; ", (text) => `name or SIREN containing “${text}”`);
  return {
    fr: fr === "" ? "Aucun filtre\u00a0: toutes les lignes" : fr,
    en: en === "" ? "No filter: every row" : en,
  };
}
