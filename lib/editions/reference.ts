import { z } from "zod";
import denominatorsFile from "@/data/reference/denominators-2021.json";
import historyFile from "@/data/reference/history.json";
import publishedFile from "@/data/reference/published.json";

const bilingual = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const source = z.strictObject({ title: bilingual, url: z.url({ protocol: /^https$/ }) });
const count = z.int().nonnegative();
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const historySchema = z.strictObject({
  source,
  note: bilingual,
  series: z.array(
    z.strictObject({
      /** ISO month of the census. */
      month,
      communes: count.nullable(),
      epci: count.nullable(),
      departments: count.nullable(),
      regions: count.nullable(),
      total: count,
    }),
  ),
});

const publishedSchema = z.strictObject({
  edition: z.string(),
  figures: z.array(
    z.strictObject({
      /** Id of the indicator it stands beside. */
      indicator: z.string(),
      /** A share is a ratio: 0.55 is 55 %. */
      value: z.number(),
      unit: z.enum(["actors", "authorities", "platforms", "datasets", "inhabitants", "ratio"]),
      text: bilingual,
      source,
      note: bilingual.optional(),
    }),
  ),
});

const EPCI_KINDS = ["MET", "CU", "CA", "CC", "EPT"] as const;
const BANDS = [
  "3500-5000",
  "5000-10000",
  "10000-20000",
  "20000-50000",
  "50000-80000",
  "80000-100000",
] as const;

const denominatorsSchema = z.strictObject({
  source,
  note: bilingual,
  classes: z.record(
    z.enum([
      "COM-0-3500",
      "COM-3500-100000",
      "COM-100000-",
      "EPCI-0-3500",
      "EPCI-0-100000",
      "EPCI-100000-",
      "DEP",
      "REG",
      ...EPCI_KINDS,
    ]),
    count,
  ),
  bands: z.record(z.enum(BANDS), count),
  opening_rate: count,
});

/** Open authorities at one published census, by kind (null: only the total was published). Unit: authorities. */
export type HistoryPoint = z.output<typeof historySchema>["series"][number];
/** A figure of the published 2022 report, with its words and source, to show beside ours. */
export type PublishedFact = z.output<typeof publishedSchema>["figures"][number];
/** A denominator of one indicator's row. Unit: authorities. */
export type Denominator2021 = {
  indicator: "by-type" | "by-size" | "opening-rate";
  key: string;
  total: number;
};
/** Where a reference comes from, and what to know before reading it. */
export type ReferenceNote = { source: z.output<typeof source>; note: z.output<typeof bilingual> };

const history = historySchema.parse(historyFile);
const denominators = denominatorsSchema.parse(denominatorsFile);

/** The published history, oldest first. Source: `historyNote`. */
export const publishedHistory: readonly HistoryPoint[] = history.series;
export const historyNote: ReferenceNote = { source: history.source, note: history.note };

/** What the 2022 report published, a few of which nothing in the files can give again. */
export const publishedFigures: readonly PublishedFact[] = publishedSchema.parse(publishedFile).figures;

const { classes, bands } = denominators;
const rows = (indicator: Denominator2021["indicator"], totals: Record<string, number>): Denominator2021[] =>
  Object.entries(totals).map(([key, total]) => ({ indicator, key, total }));

/** Above 100,000 inhabitants the workbook counts communes and EPCI as one class. */
const LARGE = classes["COM-100000-"] + classes["EPCI-100000-"];

/**
 * The denominators of reference set "2021", by indicator and key of its rows. Source: `denominators2021Note`.
 * They are OpenDataFrance's: its EPCI by size (1,350) are not its EPCI by kind (1,267), and both are kept.
 */
export const denominators2021: readonly Denominator2021[] = [
  ...rows("by-type", {
    "COM-0-3500": classes["COM-0-3500"],
    "COM-3500-100000": classes["COM-3500-100000"],
    "EPCI-0-100000": classes["EPCI-0-100000"],
    "COM+EPCI-100000-": LARGE,
    DEP: classes.DEP,
    REG: classes.REG,
    ...Object.fromEntries(EPCI_KINDS.map((kind) => [kind, classes[kind]])),
  }),
  ...rows("by-size", { ...bands, "100000-": classes["COM-100000-"] }),
  ...rows("opening-rate", {
    "COM-3500-100000": classes["COM-3500-100000"],
    "EPCI-0-100000": classes["EPCI-0-100000"] - classes["EPCI-0-3500"],
    "COM+EPCI-100000-": LARGE,
    DEP: classes.DEP,
    REG: classes.REG,
  }),
];
export const denominators2021Note: ReferenceNote = { source: denominators.source, note: denominators.note };
/** The total that the workbook itself prints under its opening rate; the rows above add up to it. */
export const OPENING_RATE_TOTAL_2021 = denominators.opening_rate;
