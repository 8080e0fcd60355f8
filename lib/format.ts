/**
 * The only calls to Intl: how numbers and dates are written in each language. What is unknown never gets here: callers
 * show "—" with its reason.
 */
import type { Locale } from "@/lib/links";

const TAGS: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };

/** Making a format takes far longer than using it, and a page writes hundreds of texts in a few formats. */
function kept<O extends object, F>(make: (tag: string, options: O) => F): typeof make {
  const made = new Map<string, F>();
  return (tag, options) => {
    const key = tag + JSON.stringify(options);
    const format = made.get(key) ?? make(tag, options);
    made.set(key, format);
    return format;
  };
}

const numberFormat = kept((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));
const dateFormat = kept((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options));
const collator = kept((tag, options: Intl.CollatorOptions) => new Intl.Collator(tag, options));

/** A number with at most `digits` decimals: "1 062,5" (narrow no-break space), "1,062.5". */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  return numberFormat(TAGS[locale], { maximumFractionDigits: digits }).format(value);
}

/** A difference with its sign and at most `digits` decimals: "+3", "−0,02" (a true minus); "0" when it rounds to that. */
export function formatDifference(locale: Locale, value: number, digits = 0): string {
  const size = formatNumber(locale, Math.abs(value), digits);
  if (size === formatNumber(locale, 0)) return size;
  return `${value < 0 ? "−" : "+"}${size}`;
}

/** A ratio as a percentage with one decimal: 0.1188 is "11,9 %" (no-break space) or "11.9%". */
export function formatPercent(locale: Locale, ratio: number, digits = 1): string {
  return numberFormat(TAGS[locale], {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(ratio);
}

/** A size to two significant digits: "12 ko" (no-break space), "1.3 MB". */
export function formatBytes(locale: Locale, bytes: number): string {
  const [unit, size] =
    bytes < 1e6 ? (["kilobyte", bytes / 1e3] as const) : (["megabyte", bytes / 1e6] as const);
  return numberFormat(TAGS[locale], {
    ...{ style: "unit", unit, unitDisplay: "short" },
    maximumSignificantDigits: 2,
  }).format(Math.max(size, 0.1));
}

/** An ISO date as "31 décembre 2022" or "31 December 2022". */
export function formatDate(locale: Locale, isoDate: string): string {
  return dateFormat(TAGS[locale], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${isoDate.slice(0, 10)}T00:00:00Z`),
  );
}

/** The hour of an ISO moment in Paris: "14 h 05" (no-break spaces) or "14:05". */
export function formatTime(locale: Locale, moment: string): string {
  const time = dateFormat(TAGS[locale], { timeStyle: "short", timeZone: "Europe/Paris" }).format(
    new Date(moment),
  );
  return locale === "fr" ? time.replace(":", "\u00a0h\u00a0") : time;
}

/** What clocks in Paris show at an ISO moment, as forms write it: "2022-12-31T14:05". */
export function parisClock(moment: string): string {
  // Sweden writes dates as ISO does.
  const written = dateFormat("sv-SE", {
    ...{ dateStyle: "short", timeStyle: "short", timeZone: "Europe/Paris" },
  }).format(new Date(moment));
  return written.replace(" ", "T");
}

/**
 * The ISO moment at which clocks in Paris show this: of the hour that comes twice in October, the first; undefined when
 * they never do, as in the hour left out in March.
 */
export function momentInParis(clock: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(clock)) return undefined;
  return ["+02:00", "+01:00"]
    .map((offset) => new Date(`${clock}:00${offset}`))
    .filter((moment) => !Number.isNaN(moment.getTime()))
    .map((moment) => moment.toISOString())
    .find((moment) => parisClock(moment) === clock);
}

/** An ISO moment in Paris: "31 décembre 2022 à 14 h 05" or "31 December 2022 at 14:05". */
export function formatMoment(locale: Locale, moment: string): string {
  const day = formatDate(locale, parisClock(moment));
  return `${day} ${locale === "fr" ? "à" : "at"} ${formatTime(locale, moment)}`;
}

/** An ISO month as "oct. 2016", for the axis of a chart. */
export function formatMonth(locale: Locale, isoMonth: string): string {
  return dateFormat(TAGS[locale], { month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${isoMonth.slice(0, 7)}-01T00:00:00Z`),
  );
}

/** Nine digits in groups of three, joined by no-break spaces; anything else is left as it is. */
export function formatSiren(siren: string): string {
  return siren.replace(/^(\d{3})(\d{3})(\d{3})$/, "$1\u00a0$2\u00a0$3");
}

/** Whether `a` comes before `b` in a dictionary of the language. */
export function compareText(locale: Locale, a: string, b: string): number {
  return collator(TAGS[locale], {}).compare(a, b);
}
