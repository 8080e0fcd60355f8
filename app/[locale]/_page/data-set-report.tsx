import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { DownloadMenu } from "@/components/ui/download-menu";
import { labelOf } from "@/lib/codes/labels";
import { kindOf } from "@/lib/editions/findings";
import { formatNumber } from "@/lib/format";
import { apiHref, localHref, pageHref } from "@/lib/links";
import { quality } from "@/lib/queries/quality";
import type { DataSetProps } from "./data-set";
import { downloadsIn } from "./downloads";

/** Rows from which the size of the files is estimated. */
const SAMPLED = 50;

/** Every kind of fault that the reading met, each leading to its rows. */
export async function DataSetReport({ data, page, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset.report" });
  const { context } = page;
  const rows = (filters: Record<string, string> = {}) =>
    localHref(locale, pageHref("/donnees/qualite", page.view, filters));
  if (data.findings.length === 0) return <p className="section-note">{t("none")}</p>;
  const count = data.findings.reduce((sum, finding) => sum + finding.count, 0);
  const [downloads, first] = await Promise.all([
    downloadsIn(locale),
    quality.page(context, { filters: {}, q: null, sort: [] }, 1, SAMPLED),
  ]);
  const menu = downloads({
    rows: first.total,
    columns: quality.columns,
    sample: first.rows,
    href: (parameters) => apiHref(context.edition.id, "quality", context.basis, parameters),
  });
  const columns = [
    { key: "kind", label: t("kind"), align: "left" },
    { key: "severity", label: t("severity"), align: "left" },
    { key: "count", label: t("count"), align: "right" },
    { key: "rows", label: t("rows"), align: "right" },
    { key: "outcome", label: t("outcome"), align: "left" },
    { key: "explanation", label: t("explanation"), align: "left" },
  ] as const;
  return (
    <>
      <p className="section-note">{t("intro", { count })}</p>
      <div className="data-set-wrapped data-set-report">
        <DataTable
          caption={t("title")}
          columns={[...columns]}
          rows={data.findings.map((finding) => ({
            key: `${finding.kind} ${finding.severity}`,
            href: rows({ kind: finding.kind }),
            cells: {
              kind: kindOf(finding.kind).label[locale],
              severity: labelOf("severity", finding.severity)[locale],
              outcome: labelOf("outcome", finding.outcome)[locale],
              count: formatNumber(locale, finding.count),
              rows: formatNumber(locale, finding.rows),
              explanation: kindOf(finding.kind).explanation[locale],
            },
          }))}
        />
      </div>
      <div className="data-set-actions">
        <Link href={rows()} prefetch={false} className="button">
          {t("all")}
        </Link>
        <DownloadMenu menu={menu} />
      </div>
    </>
  );
}
