"use client";

// The only module that knows Tremor: its server parts are no server components, and it can be replaced here.
import { BarChart, DonutChart, LineChart } from "@tremor/react";
import { formatNumber, formatPercent } from "@/lib/format";
import type { ChartProps } from "./types";

/** A chart of plain numbers. Its words are beside it, in its figure: nothing in here is read aloud or focused. */
export default function TremorChart({ kind, data, series, format, locale, stack }: ChartProps) {
  const write = (value: number) =>
    format === "percent" ? formatPercent(locale, value, 0) : formatNumber(locale, value);
  const rows = data.map(({ label, ...values }) => ({
    label,
    // Tremor reads the series by their labels, which its tooltip shows.
    ...Object.fromEntries(series.map(({ key, label: name }) => [name, values[key] ?? null])),
  }));
  const common = {
    data: rows,
    index: "label",
    colors: series.map(({ mark }) => mark),
    valueFormatter: write,
    showAnimation: false,
    className: "h-full w-full",
  };
  const categories = series.map(({ label }) => label);
  if (kind === "donut") {
    const [first] = series;
    return (
      <DonutChart
        {...common}
        category={first?.label ?? ""}
        colors={["blue", "teal", "orange", "violet", "gray"]}
        showLabel={false}
        variant="donut"
      />
    );
  }
  const axes = { categories, showLegend: false, yAxisWidth: 52, minValue: 0 };
  if (kind === "line")
    return <LineChart {...common} {...axes} connectNulls intervalType="preserveStartEnd" />;
  return <BarChart {...common} {...axes} stack={stack} intervalType="preserveStartEnd" />;
}
