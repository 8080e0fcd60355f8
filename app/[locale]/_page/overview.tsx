import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BarList } from "@/components/ui/bar-list";
import { KpiCard } from "@/components/ui/kpi-card";
import { Parts } from "@/components/ui/parts";
import { EPCI_TYPES } from "@/lib/codes/types";
import { formatDate, formatNumber, formatPercent } from "@/lib/format";
import { CLASSES } from "@/lib/indicators/classes";
import type { IndicatorResult } from "@/lib/indicators/types";
import { localHref, pageHref, rowsHref, type Locale } from "@/lib/links";
import type { PageContext } from "./context";
import { downloadsIn } from "./downloads";
import { figureOf } from "./figure";
import { IndicatorFigure } from "./indicator-figure";
import { kpisOf } from "./kpis";
import { computeAll, HEADLINES, type Id } from "./overview-results";

/** The middle of a distribution, written: median, and share with one or two. */
function middleOf({ median, share_one_or_two }: IndicatorResult, locale: Locale) {
  return {
    median: typeof median === "number" ? formatNumber(locale, median, 1) : "—",
    share: typeof share_one_or_two === "number" ? formatPercent(locale, share_one_or_two) : "—",
  };
}

export async function Overview({ page, locale }: { page: PageContext; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "overview" });
  const { context, view } = page;
  const { edition, basis } = context;
  const found = await computeAll(page);
  const kpis = await kpisOf(
    HEADLINES.map((id) => found[id]),
    locale,
    page,
  );
  const words = {
    rows: t("actions.rows"),
    downloads: await downloadsIn(locale),
    of: (open: string, total: string) => t("of", { open, total }),
  };
  const figure = (id: Id) => figureOf(found[id], locale, page, words);

  const strong = (id: Id) =>
    function StrongFigure(chunks: ReactNode) {
      const link = found[id].rows_link ?? {
        list: "organisations" as const,
        filters: { category: ["authority"] },
      };
      return (
        <Link href={localHref(locale, rowsHref(link, view))} prefetch={false} className="quoted">
          {chunks}
        </Link>
      );
    };
  const count = (id: Id) => {
    const { value } = found[id];
    return value === null ? "—" : formatNumber(locale, value);
  };
  const rate = found["opening-rate"].value;
  const otherBasis = basis === "corrected" ? "file" : "corrected";

  const history = figure("history");
  const distribution = figure("datasets-distribution");
  return (
    <>
      <h1 className="sentence">
        {t.rich(rate === null ? "sentenceWithoutRate" : "sentence", {
          date: formatDate(locale, edition.manifest.asOf),
          actors: count("actors"),
          authorities: count("open-authorities"),
          rate: rate === null ? "" : formatPercent(locale, rate),
          a: strong("actors"),
          o: strong("open-authorities"),
          r: strong("opening-rate"),
        })}
      </h1>
      <p className="basis">
        {t(`basis.${basis}`)}{" "}
        <Link
          href={localHref(locale, pageHref("/", { ...view, basis: otherBasis }))}
          prefetch={false}
          scroll={false}
          className="link"
        >
          {t(`basis.to.${otherBasis}`)}
        </Link>
      </p>
      <ul className="kpis" aria-label={t("headlines")}>
        {kpis.map((kpi) => (
          <KpiCard key={kpi.label} {...kpi} />
        ))}
      </ul>

      <section className="question" aria-labelledby="q-history">
        <h2 id="q-history">{t("questions.history")}</h2>
        <IndicatorFigure
          figure={figure("history")}
          chart={{
            kind: "line",
            format: "count",
            ...history.series(
              { total: "blue", communes: "teal", epci: "orange", departments: "violet", regions: "gray" },
              history.month,
            ),
          }}
          measures={["total", "communes", "epci", "departments", "regions"]}
        />
      </section>

      <section className="question" aria-labelledby="q-who">
        <h2 id="q-who">{t("questions.who")}</h2>
        <div className="pair">
          <IndicatorFigure figure={figure("by-type")} chart={null} measures={["open", "total", "rate"]}>
            <BarList
              bars={figure("by-type").bars("rate", 6, figure("by-type").ratio, CLASSES)}
              label={t("figures.by-type.title")}
            />
            <h4 className="figure-part">{t("figures.by-type.epci")}</h4>
            <BarList
              bars={figure("by-type").bars("rate", 5, figure("by-type").ratio, EPCI_TYPES)}
              label={t("figures.by-type.epci")}
            />
          </IndicatorFigure>
          <IndicatorFigure
            figure={figure("by-size")}
            chart={{
              kind: "bar",
              format: "percent",
              ...figure("by-size").series({ rate: "blue" }, figure("by-size").band),
            }}
            measures={["open", "total", "rate"]}
          />
        </div>
      </section>

      <section className="question" aria-labelledby="q-where">
        <h2 id="q-where">{t("questions.where")}</h2>
        <IndicatorFigure
          figure={figure("by-region")}
          chart={null}
          measures={["actors", "open", "total", "rate", "datasets", "population_covered", "population"]}
        >
          <div className="bars-columns">
            <BarList
              bars={figure("by-region").bars("rate", 30, figure("by-region").ratio)}
              label={t("figures.by-region.title")}
            />
          </div>
        </IndicatorFigure>
      </section>

      <section className="question" aria-labelledby="q-how">
        <h2 id="q-how">{t("questions.how")}</h2>
        <div className="pair">
          <IndicatorFigure
            figure={figure("organisations-by-technology")}
            chart={null}
            measures={["value", "used"]}
          >
            <BarList
              bars={figure("organisations-by-technology").bars("value", 10)}
              label={t("figures.organisations-by-technology.title")}
            />
          </IndicatorFigure>
          <IndicatorFigure figure={figure("platforms-by-technology")} chart={null} measures={["value"]}>
            <BarList
              bars={figure("platforms-by-technology").bars("value", 10)}
              label={t("figures.platforms-by-technology.title")}
            />
          </IndicatorFigure>
          <IndicatorFigure
            figure={figure("publication-channels")}
            chart={{
              kind: "donut",
              format: "count",
              ...figure("publication-channels").series({ value: "blue" }),
            }}
            measures={["value"]}
          >
            <Parts
              parts={figure("publication-channels").parts("value")}
              label={t("figures.publication-channels.title")}
            />
          </IndicatorFigure>
          <IndicatorFigure
            figure={figure("governance")}
            chart={{ kind: "donut", format: "count", ...figure("governance").series({ value: "blue" }) }}
            measures={["value"]}
          >
            <Parts parts={figure("governance").parts("value")} label={t("figures.governance.title")} />
          </IndicatorFigure>
        </div>
      </section>

      <section className="question" aria-labelledby="q-what">
        <h2 id="q-what">{t("questions.what")}</h2>
        <div className="pair">
          <IndicatorFigure figure={figure("themes")} chart={null} measures={["value", "authorities"]}>
            <BarList bars={figure("themes").bars("value", 20)} label={t("figures.themes.title")} />
          </IndicatorFigure>
          <IndicatorFigure
            figure={figure("datasets-distribution")}
            chart={{
              kind: "bar",
              format: "count",
              ...distribution.series({ value: "blue" }, distribution.band),
            }}
            measures={["value"]}
          >
            <p className="figure-note">
              {t("figures.datasets-distribution.note", middleOf(found["datasets-distribution"], locale))}
            </p>
          </IndicatorFigure>
        </div>
      </section>
    </>
  );
}
