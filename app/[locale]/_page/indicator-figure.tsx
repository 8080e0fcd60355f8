import "server-only";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import type { ChartProps } from "@/components/charts/types";
import { NoteMark } from "@/components/notes/note-mark";
import { termOf } from "@/lib/glossary";
import type { Figure } from "./figure";

/** One indicator drawn: words from the messages, numbers from its result; says so when the edition can't tell. */
export async function IndicatorFigure({
  figure,
  chart,
  measures,
  open = false,
  headed = false,
  children,
}: {
  figure: Figure;
  chart: ChartProps | null;
  measures: readonly string[];
  /** The table in sight from the start. */
  open?: boolean;
  /** Under a heading that has the indicator's name and definition. */
  headed?: boolean;
  children?: ReactNode;
}) {
  const t = await getTranslations({ locale: figure.locale, namespace: "overview" });
  const { id, missing, name, definition } = figure.result;
  // Figures of the overview have a title and a subtitle of their own.
  const own = t.has(`figures.${id}.title`);
  const title = own ? t(`figures.${id}.title`) : headed ? t("breakdown") : name[figure.locale];
  const subtitle = own ? t(`figures.${id}.subtitle`) : headed ? undefined : definition[figure.locale];
  if (missing.length > 0)
    return (
      <figure className="figure">
        <figcaption>
          <h3>{title}</h3>
          <NoteMark noted={figure.noted} />
        </figcaption>
        <p className="figure-missing">{t("missing")}</p>
      </figure>
    );
  return (
    <ChartFigure
      id={id}
      locale={figure.locale}
      title={title}
      subtitle={subtitle}
      chart={chart}
      {...figure.table(own ? t(`figures.${id}.key`) : termOf("key").label[figure.locale], measures)}
      open={open}
      noted={figure.noted}
      actions={figure.actions()}
    >
      {children}
    </ChartFigure>
  );
}
