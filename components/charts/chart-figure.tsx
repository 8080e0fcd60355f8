import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Actions, type Action } from "@/components/ui/actions";
import { NoteMark } from "@/components/notes/note-mark";
import type { Noted } from "@/components/notes/types";
import { DataTable, type DataColumn, type DataRow } from "@/components/ui/data-table";
import type { Locale } from "@/lib/links";
import { BarFigure } from "./bar-figure";
import { LazyChart } from "./lazy-chart";
import { LineFigure } from "./line-figure";
import { DonutStill } from "./stills";
import type { ChartProps } from "./types";

function Drawing({ chart, rows }: { chart: ChartProps; rows: DataRow[] }) {
  switch (chart.kind) {
    case "line":
      return <LineFigure chart={chart} />;
    case "bar":
      return <BarFigure chart={chart} rows={rows} />;
    case "donut":
      return <LazyChart {...chart} still={<DonutStill {...chart} />} />;
  }
}

/**
 * A chart with everything that makes it quotable: what is seen, what is measured, the values beside the marks, the same
 * numbers as a table, and where its rows and its file are.
 */
export async function ChartFigure({
  id,
  locale,
  title,
  subtitle,
  chart,
  columns,
  rows,
  actions,
  noted,
  open = false,
  children,
}: {
  id: string;
  locale: Locale;
  title: string;
  subtitle?: string | undefined;
  /** null when the figure draws something of its own as `children`; its rows are in the order of `rows`. */
  chart: ChartProps | null;
  columns: DataColumn[];
  rows: DataRow[];
  actions: Action[];
  noted?: Noted | undefined;
  /** The table twin in sight from the start. */
  open?: boolean;
  children?: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: "overview" });
  return (
    <figure className="figure" data-kind={chart?.kind} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h3 id={`${id}-title`}>{title}</h3>
        <NoteMark noted={noted} />
        {subtitle && <p>{subtitle}</p>}
      </figcaption>
      {chart && <Drawing chart={chart} rows={rows} />}
      {children}
      <details className="twin" open={open}>
        <summary data-unread>{t("table")}</summary>
        <DataTable caption={title} columns={columns} rows={rows} />
      </details>
      <Actions actions={actions} label={title} />
    </figure>
  );
}
