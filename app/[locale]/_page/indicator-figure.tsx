import "server-only";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import type { ChartProps } from "@/components/charts/types";
import type { Figure } from "./figure";

/** One indicator drawn: words from the messages, numbers from its result; says so when the edition can't tell. */
export async function IndicatorFigure({
  figure,
  chart,
  measures,
  children,
}: {
  figure: Figure;
  chart: ChartProps | null;
  measures: readonly string[];
  children?: ReactNode;
}) {
  const t = await getTranslations({ locale: figure.locale, namespace: "overview" });
  const { id, missing } = figure.result;
  if (missing.length > 0)
    return (
      <figure className="figure">
        <figcaption>
          <h3>{t(`figures.${id}.title`)}</h3>
        </figcaption>
        <p className="figure-missing">{t("missing")}</p>
      </figure>
    );
  return (
    <ChartFigure
      id={id}
      title={t(`figures.${id}.title`)}
      subtitle={t(`figures.${id}.subtitle`)}
      chart={chart}
      {...figure.table(t(`figures.${id}.key`), measures)}
      actions={figure.actions()}
    >
      {children}
    </ChartFigure>
  );
}
