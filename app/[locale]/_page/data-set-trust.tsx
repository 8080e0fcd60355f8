import "server-only";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { CRITERIA, type Score } from "@/lib/api/data-set";
import { AXES, METADATA_FIELDS, shareOf, WEIGHTS, type Axis } from "@/lib/editions/trust";
import { formatDifference, formatNumber, formatPercent } from "@/lib/format";
import type { Locale } from "@/lib/links";
import type { DataSetProps } from "./data-set";

/** What an axis brings to the score, written. */
const share = (locale: Locale, points: number, axis: Axis) => formatNumber(locale, shareOf(points, axis), 1);

const weightedDifference = (here: Score, entry: Score, axis: Axis) =>
  shareOf(here.points[axis] - entry.points[axis], axis);

/** The five axes with their weights, of the catalogue's entry and of what is published here, and why. */
export async function DataSetTrust({ data, page, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset.trust" });
  const { entry, here, fields } = data;
  const missing = METADATA_FIELDS.filter((field) => !fields.includes(field)).map((field) =>
    t(`fields.${field}`),
  );
  const values = {
    publisher: page.context.edition.manifest.publisher,
    verified: String(here.evidence.verified),
    fields: fields.length,
    total: METADATA_FIELDS.length,
    missing: missing.length > 0 ? "some" : "none",
    list: missing.join(", "),
    licence: here.evidence.licence,
    files: here.evidence.distributions,
  };
  const score = (value: number) => formatNumber(locale, value, 1);
  const sumOf = ({ points }: Score) => AXES.map((axis) => share(locale, points[axis], axis)).join(" + ");
  const moved = AXES.filter((axis) => here.points[axis] !== entry.points[axis]).map((axis) =>
    t("moved", {
      axis: t(`axes.${axis}`),
      points: formatDifference(locale, weightedDifference(here, entry, axis), 1),
    }),
  );
  const columns = [
    { key: "axis", label: t("axis"), align: "left" },
    { key: "weight", label: t("weight"), align: "right" },
    { key: "entry", label: t("entry"), unit: t("outOf"), align: "right" },
    { key: "first", label: t("first"), align: "left" },
    { key: "here", label: t("here"), unit: t("outOf"), align: "right" },
    { key: "evidence", label: t("evidence"), align: "left" },
  ] as const;
  const rows = AXES.map((axis) => ({
    key: axis,
    cells: {
      axis: t(`axes.${axis}`),
      weight: formatPercent(locale, WEIGHTS[axis] / 100, 0),
      entry: score(entry.points[axis]),
      first: t(`firsts.${axis}`),
      here: score(here.points[axis]),
      evidence: t(`evidences.${axis}`, values),
    },
  }));
  const total = {
    key: "total",
    cells: {
      axis: t("total"),
      weight: formatPercent(locale, 1, 0),
      entry: score(entry.score),
      first: "",
      here: score(here.score),
      evidence: "",
    },
  };
  return (
    <>
      <p className="section-note">{t("intro")}</p>
      <div className="data-set-wrapped data-set-total">
        <DataTable caption={t("title")} columns={[...columns]} rows={[...rows, total]} />
      </div>
      <div className="data-set-text">
        <p>{t("sum", { sum: sumOf(entry), score: score(entry.score) })}</p>
        <p>{t("sumHere", { sum: sumOf(here), score: score(here.score) })}</p>
        <p>{moved.length === 0 ? t("same") : t("difference", { moved: moved.join(t("and")) })}</p>
        <p>{t("scale")}</p>
      </div>
    </>
  );
}

/** Which of data.gouv.fr's criteria are met, and what would meet the others. */
export async function DataSetCriteria({ data, page, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset.criteria" });
  const { edition, state } = page.context;
  const reason = state.refusals.find((refusal) => refusal.edition === edition.id)?.reason[locale] ?? "";
  const columns = [
    { key: "criterion", label: t("criterion"), align: "left" },
    { key: "status", label: t("status"), align: "left" },
    { key: "remedy", label: t("remedy"), align: "left" },
  ] as const;
  return (
    <>
      <p className="section-note">{t("intro")}</p>
      <div className="data-set-wrapped">
        <DataTable
          caption={t("title")}
          columns={[...columns]}
          rows={CRITERIA.map((criterion) => {
            const met = data.criteria[criterion];
            return {
              key: criterion,
              cells: {
                criterion: t(`names.${criterion}`),
                status: t(met === null ? "unknown" : met ? "met" : "unmet"),
                remedy: met ? t("nothing") : t(`remedies.${criterion}`, { reason }),
              },
            };
          })}
        />
      </div>
    </>
  );
}
