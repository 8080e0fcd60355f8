import type { Bilingual } from "@/lib/editions/types";
import { DEPARTMENTS } from "./departments";
import * as words from "./label-words";
import { REGIONS } from "./regions";
import { NONE } from "./types";

type Words = Readonly<Record<string, Bilingual>>;

const region: Words = Object.fromEntries(
  REGIONS.map(({ code, name }) => [code, { fr: name, en: words.REGION_IN_ENGLISH[code] ?? name }]),
);
/** An overseas collectivity is a territory as much as a region: the same English name. */
function departmentLabel([code, name]: [string, string]): [string, Bilingual] {
  const overseas = REGIONS.find(({ insee, zone }) => zone === "com" && insee === code);
  return [code, { fr: name, en: (overseas && words.REGION_IN_ENGLISH[overseas.code]) ?? name }];
}
const department: Words = Object.fromEntries(Object.entries(DEPARTMENTS).map(departmentLabel));

/** Every family of codes that has words, with its codes in the order to show them. */
export const LABELS = {
  /** One actor's type ("Commune"), or the bearer of a platform. */
  type: words.TYPE,
  /** Types in the plural, EPCI, the classes of `by-type`, the columns of `region-matrix`. */
  class: words.CLASS,
  category: words.CATEGORY,
  channel: words.CHANNEL,
  collaboration: words.COLLABORATION,
  platformType: words.PLATFORM_TYPE,
  region,
  department,
  /** A region's code or a department's: no code is both. */
  territory: { ...department, ...region },
  size: words.SIZE,
  datasets: words.DATASETS,
  theme: words.THEME,
  rule: words.RULE,
  open: words.OPEN,
  severity: words.SEVERITY,
  outcome: words.OUTCOME,
  basis: words.BASIS,
  change: words.CHANGE,
  noteKind: words.NOTE_KIND,
  targetKind: words.TARGET_KIND,
} as const satisfies Record<string, Words>;

/**
 * What a code is a code of. Technologies and platforms are their own words, like a theme outside the list; months are written out; "none" is
 * for values that are shown as they are.
 */
export type Dimension = keyof typeof LABELS | "technology" | "platform" | "month" | "none";

/** What stands for a value the file does not have. */
export const NONE_LABEL: Bilingual = { fr: "Non renseigné", en: "Not given" };
/** The same where other words say better what is missing. */
const NONE_OF: Partial<Record<Dimension, Bilingual>> = {
  technology: { fr: "Sans technologie indiquée", en: "No technology given" },
  theme: { fr: "Sans thème indiqué", en: "No theme given" },
  open: { fr: "Inconnu", en: "Unknown" },
};

/**
 * The words of a code: `labelOf("type", "COM")` → « Commune », “Commune”; `labelOf("region", "none")` → « Non renseigné ».
 * @returns the code itself in both languages when it has no words (a value outside the list)
 */
export function labelOf(dimension: Dimension, code: string): Bilingual {
  if (code === NONE) return NONE_OF[dimension] ?? NONE_LABEL;
  const known: Words = dimension in LABELS ? LABELS[dimension as keyof typeof LABELS] : {};
  const label = Object.hasOwn(known, code)
    ? known[code]
    : dimension === "month"
      ? words.monthLabel(code)
      : undefined;
  return label ?? { fr: code, en: code };
}
