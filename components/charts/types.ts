/** Names under which Tremor knows our six marks; the same subject always has the same one. */
export type Mark = "blue" | "gray" | "orange" | "teal" | "violet" | "amber";

export type Series = { key: string; label: string; mark: Mark };

/**
 * One point or bar: its key ("2016-10" on a line), its label, what stands in small beside its value, and a number a
 * series; null is unknown. `notes` says how many notes its point has, in its tooltip.
 */
export type ChartRow = {
  key: string;
  label: string;
  note: string | null;
  notes: string | null;
  [series: string]: string | number | null;
};

/** What a chart is given: numbers and words already chosen, no function (none can cross to the browser). */
export type ChartProps = {
  /** A line is for time alone: its keys are ISO months. Bars draw their first series. */
  kind: "line" | "bar" | "donut";
  data: ChartRow[];
  series: Series[];
  /** How values are written. */
  format: "count" | "percent";
  locale: "fr" | "en";
};
