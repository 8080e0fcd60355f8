import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Actions, type Action } from "@/components/ui/actions";
import { DataTable, type DataColumn, type DataRow } from "@/components/ui/data-table";
import { LazyChart } from "./lazy-chart";
import type { ChartProps } from "./types";

/**
 * A chart with everything that makes it quotable: what is seen, what is measured, a legend, the same numbers as a
 * table, and where its rows and its file are.
 */
export async function ChartFigure({
  id,
  title,
  subtitle,
  chart,
  columns,
  rows,
  actions,
  children,
}: {
  id: string;
  title: string;
  subtitle: string;
  /** null when the figure draws something of its own as `children`. */
  chart: ChartProps | null;
  columns: DataColumn[];
  rows: DataRow[];
  actions: Action[];
  children?: ReactNode;
}) {
  const t = await getTranslations("overview");
  return (
    <figure className="figure" aria-labelledby={`${id}-title`}>
      <figcaption>
        <h3 id={`${id}-title`}>{title}</h3>
        <p>{subtitle}</p>
      </figcaption>
      {chart && chart.kind !== "donut" && chart.series.length > 1 && (
        <ul className="legend">
          {chart.series.map(({ key, label, mark }) => (
            <li key={key}>
              <span className={`legend-mark bg-${mark}-500`} aria-hidden="true" />
              {label}
            </li>
          ))}
        </ul>
      )}
      {chart && <LazyChart {...chart} />}
      {children}
      <details className="twin">
        <summary>{t("table")}</summary>
        <DataTable caption={title} columns={columns} rows={rows} />
      </details>
      <Actions actions={actions} label={title} />
    </figure>
  );
}
