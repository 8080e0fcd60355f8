/**
 * The only calls to Intl: how numbers and dates are written in each language. What is unknown never gets here: callers
 * show "—" with its reason.
 */
import type { Locale } from "@/lib/links";

const TAGS: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };

/** A number with at most `digits` decimals: "1 062,5" (narrow no-break space), "1,062.5". */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  return new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: digits }).format(value);
}

/** A ratio as a percentage with one decimal: 0.1188 is "11,9 %" (no-break space) or "11.9%". */
export function formatPercent(locale: Locale, ratio: number, digits = 1): string {
  return new Intl.NumberFormat(TAGS[locale], {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(ratio);
}

/** A size to two significant digits: "12 ko" (no-break space), "1.3 MB". */
export function formatBytes(locale: Locale, bytes: number): string {
  const [unit, size] =
    bytes < 1e6 ? (["kilobyte", bytes / 1e3] as const) : (["megabyte", bytes / 1e6] as const);
  return new Intl.NumberFormat(TAGS[locale], {
    ...{ style: "unit", unit, unitDisplay: "short" },
    maximumSignificantDigits: 2,
  }).format(Math.max(size, 0.1));
}

/** An ISO date as "31 décembre 2022" or "31 December 2022". */
export function formatDate(locale: Locale, isoDate: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${isoDate.slice(0, 10)}T00:00:00Z`),
  );
}

/** The hour of an ISO moment in Paris: "14:05". */
export function formatTime(locale: Locale, moment: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], { timeStyle: "short", timeZone: "Europe/Paris" }).format(
    new Date(moment),
  );
}

/** An ISO month as "oct. 2016", for the axis of a chart. */
export function formatMonth(locale: Locale, isoMonth: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], { month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${isoMonth.slice(0, 7)}-01T00:00:00Z`),
  );
}

/** Nine digits in groups of three, joined by no-break spaces; anything else is left as it is. */
export function formatSiren(siren: string): string {
  return siren.replace(/^(\d{3})(\d{3})(\d{3})$/, "$1\u00a0$2\u00a0$3");
}

/** Whether `a` comes before `b` in a dictionary of the language. */
export function compareText(locale: Locale, a: string, b: string): number {
  return new Intl.Collator(TAGS[locale]).compare(a, b);
}
