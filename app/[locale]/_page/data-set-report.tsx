import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { labelOf } from "@/lib/codes/labels";
import { kindOf } from "@/lib/editions/findings";
import { formatNumber } from "@/lib/format";
import { localHref, pageHref } from "@/lib/links";
import type { DataSetProps } from "./data-set";

/** Every kind of fault that the reading met, each leading to its rows. */
export async function DataSetReport({ data, page, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset.report" });
  const rows = (filters: Record<string, string> = {}) =>
    localHref(locale, pageHref("/donnees/qualite", page.view, filters));
  if (data.findings.length === 0) return <p className="section-note">{t("none")}</p>;
  const count = data.findings.reduce((sum, finding) => sum + finding.count, 0);
  const columns = [
    { key: "kind", label: t("kind"), align: "left" },
    { key: "severity", label: t("severity"), align: "left" },
    { key: "outcome", label: t("outcome"), align: "left" },
    { key: "count", label: t("count"), align: "right" },
    { key: "rows", label: t("rows"), align: "right" },
  ] as const;
  return (
    <>
      <p className="section-note">{t("intro", { count })}</p>
      <div className="data-set-wrapped">
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
            },
          }))}
        />
      </div>
      <p>
        <Link href={rows()} prefetch={false} className="button">
          {t("all")}
        </Link>
      </p>
    </>
  );
}
