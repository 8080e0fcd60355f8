import "server-only";
import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import type { ChartProps, Mark } from "@/components/charts/types";
import { BarList } from "@/components/ui/bar-list";
import { Parts } from "@/components/ui/parts";
import { EPCI_TYPES } from "@/lib/codes/types";
import { indicatorById } from "@/lib/indicators";
import { CLASSES } from "@/lib/indicators/classes";
import type { Figure } from "./figure";
import { IndicatorFigure } from "./indicator-figure";
import { NotesOn } from "./notes";

/** How an indicator is drawn, the same on every page. `keep` is how many bars the overview shows. */
type Drawing = {
  kind: "line" | "columns" | "donut" | "bars" | "table";
  /** What bars, columns and parts are as long as. */
  measure: string;
  keep?: number;
  /** Bars told apart: keys of each list, and the message that heads it. */
  groups?: readonly { keys: readonly string[]; heading: string | null }[];
  /** Bars in several columns where there is room. */
  wide?: boolean;
};

const DRAWINGS: Readonly<Record<string, Drawing>> = {
  history: { kind: "line", measure: "total" },
  "by-type": {
    kind: "bars",
    measure: "rate",
    groups: [
      { keys: CLASSES, heading: null },
      { keys: EPCI_TYPES, heading: "figures.by-type.epci" },
    ],
  },
  "by-size": { kind: "columns", measure: "rate" },
  "by-region": { kind: "bars", measure: "rate", keep: 30, wide: true },
  "by-department": { kind: "bars", measure: "rate", wide: true },
  "opening-rate": { kind: "bars", measure: "rate" },
  "population-coverage": { kind: "bars", measure: "rate", wide: true },
  "publication-channels": { kind: "donut", measure: "value" },
  governance: { kind: "donut", measure: "value" },
  "datasets-distribution": { kind: "columns", measure: "value" },
  themes: { kind: "bars", measure: "value", keep: 20 },
  "region-matrix": { kind: "table", measure: "total" },
};
const LINES: Record<string, Mark> = {
  total: "blue",
  communes: "teal",
  epci: "orange",
  departments: "violet",
  regions: "gray",
};

/** How an indicator is drawn; those without a line of their own are bars of their values. */
export function drawingOf(id: string): Drawing {
  return DRAWINGS[id] ?? { kind: "bars", measure: "value", keep: 10 };
}

/** What the browser’s charts draw of a figure; null where the figure is drawn on the server. */
export function chartOf(figure: Figure, { kind, measure }: Drawing): ChartProps | null {
  const format = measure === "rate" ? "percent" : "count";
  switch (kind) {
    case "line":
      return { kind, format, ...figure.series(LINES, figure.month) };
    case "columns":
      return { kind: "bar", format, ...figure.series({ [measure]: "blue" }, figure.band) };
    case "donut":
      return { kind, format, ...figure.series({ [measure]: "blue" }) };
    case "bars":
    case "table":
      return null;
  }
}

/** An indicator's figure. @param whole on the indicator's own page: every bar; else what an overview shows */
export async function Drawn({
  figure,
  whole = false,
  children,
}: {
  figure: Figure;
  whole?: boolean;
  children?: ReactNode;
}) {
  const t = await getTranslations({ locale: figure.locale, namespace: "overview" });
  const { id, name } = figure.result;
  const drawing = drawingOf(id);
  const { kind, measure, keep = 200, groups = [{ keys: null, heading: null }] } = drawing;
  const beside = measure === "rate" ? figure.ratio : undefined;
  const label = name[figure.locale];
  return (
    <IndicatorFigure
      figure={figure}
      chart={chartOf(figure, drawing)}
      measures={indicatorById.get(id)?.measures.filter((one) => one !== "origin") ?? []}
      open={whole && kind === "table"}
      headed={whole}
    >
      {kind === "bars" && (
        <div className={drawing.wide ? "bars-columns" : undefined}>
          {groups.map(({ keys, heading }) => (
            <div key={heading ?? ""}>
              {heading && (
                <h4 className="figure-part" data-unread>
                  {t(heading)}
                </h4>
              )}
              <BarList
                bars={figure.bars(measure, whole ? 200 : keep, beside, keys)}
                label={heading ? t(heading) : label}
              />
            </div>
          ))}
        </div>
      )}
      {kind === "donut" && <Parts parts={figure.parts(measure)} label={label} />}
      {children}
      <NotesOn page={figure.page} target={`indicator/${id}`} name={label} within locale={figure.locale} />
    </IndicatorFigure>
  );
}
