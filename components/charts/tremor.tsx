"use client";

// The only module that knows Tremor: its server parts are no server components, and it can be replaced here.
import { BarChart, DonutChart, LineChart } from "@tremor/react";
import { PART_MARKS } from "@/components/ui/parts";
import { formatNumber, formatPercent } from "@/lib/format";
import { axisTop, byMonth, largest, valueOf } from "./scale";
import type { ChartProps } from "./types";

const QUIET = { showAnimation: false, showLegend: false, className: "h-full w-full" };

// Switching the tooltip off makes the library warn; one that shows nothing does not.
const nothing = () => null;

/** A chart of plain numbers. Its words are beside it, in its figure: nothing in here is read aloud or focused. */
export default function TremorChart(chart: ChartProps) {
  switch (chart.kind) {
    case "line":
      return <Line {...chart} />;
    case "bar":
      return <Bars {...chart} />;
    case "donut":
      return <Donut {...chart} />;
  }
}

/** A month a step, so that time has its true width; years and names are written around the drawing. */
function Line({ data, series, format, locale }: ChartProps) {
  const write = (value: number) =>
    format === "percent" ? formatPercent(locale, value, 0) : formatNumber(locale, value);
  const keys = series.map(({ key }) => key);
  const months = byMonth(data, keys);
  return (
    <LineChart
      {...QUIET}
      data={months.map(({ drawn }, index) => ({
        index,
        ...Object.fromEntries(series.map(({ label }, line) => [label, drawn[line]])),
      }))}
      index="index"
      categories={series.map(({ label }) => label)}
      colors={series.map(({ mark }) => mark)}
      valueFormatter={write}
      minValue={0}
      maxValue={axisTop(largest(data, keys))}
      yAxisWidth={52}
      showXAxis={false}
      padding={{ left: 0, right: 0 }}
      customTooltip={({ active, label }) => {
        const nearest = months[Number(label)]?.nearest;
        if (!active || !nearest) return null;
        return (
          <div className="chart-tip">
            <p>{nearest.label}</p>
            {series.map(({ key, label: name, mark }) => {
              const value = valueOf(nearest, key);
              return (
                <p key={key}>
                  <span className={`legend-mark bg-${mark}-500`} />
                  {name} <strong>{value === null ? "—" : write(value)}</strong>
                </p>
              );
            })}
            {nearest.notes && <p className="chart-tip-notes">{nearest.notes}</p>}
          </div>
        );
      }}
    />
  );
}

/** The bars alone: their names and values are written beside them. */
function Bars({ data, series }: ChartProps) {
  const [first] = series;
  if (!first) return null;
  return (
    <BarChart
      {...QUIET}
      layout="vertical"
      data={data.map((row) => ({ key: row.key, [first.label]: valueOf(row, first.key) }))}
      index="key"
      categories={[first.label]}
      colors={[first.mark]}
      minValue={0}
      maxValue={largest(data, [first.key]) || 1}
      barCategoryGap="34%"
      showXAxis={false}
      showYAxis={false}
      showGridLines={false}
      customTooltip={nothing}
      padding={{ left: 0, right: 0 }}
    />
  );
}

/** The ring alone, its parts in the order and colours of the list beside it. */
function Donut({ data, series }: ChartProps) {
  const [first] = series;
  if (!first) return null;
  return (
    <DonutChart
      className="h-full w-full"
      data={data.filter((row) => row[first.key] !== 0)}
      index="label"
      category={first.key}
      colors={[...PART_MARKS]}
      showLabel={false}
      customTooltip={nothing}
      showAnimation={false}
    />
  );
}
