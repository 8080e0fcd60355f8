/** What a chart is given: numbers and words already chosen, no function (none can cross to the browser). */
export type Series = { key: string; label: string; mark: Mark };

/** Names under which Tremor knows our six marks; the same subject always has the same one. */
export type Mark = "blue" | "gray" | "orange" | "teal" | "violet" | "amber";

export type ChartData = { label: string; [series: string]: string | number | null }[];

export type ChartProps = {
  kind: "line" | "bar" | "donut";
  data: ChartData;
  series: Series[];
  /** How values are written on axes and in tooltips. */
  format: "count" | "percent";
  locale: "fr" | "en";
  stack?: boolean;
};
