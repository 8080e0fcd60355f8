import "server-only";
import { getTranslations } from "next-intl/server";
import { Pager } from "@/components/table/pager";
import { Choices } from "@/components/ui/choices";
import { DataTable } from "@/components/ui/data-table";
import { labelOf } from "@/lib/codes/labels";
import { SEVERITIES } from "@/lib/codes/quality";
import { checkLineOf } from "@/lib/editions/check";
import { kindOf } from "@/lib/editions/findings";
import type { LoadedEdition } from "@/lib/engine/state";
import { formatNumber } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import { localHref, type Locale } from "@/lib/links";
import { remarksOfUpload, remarksTotal } from "@/lib/publication/remarks";
import type { Upload } from "@/lib/publication/types";

const PAGE_SIZE = 25;
const COLUMNS = ["place", "column", "reason", "severity"] as const;

type Props = {
  upload: Upload;
  served: LoadedEdition | undefined;
  search: Record<string, string | string[] | undefined>;
  locale: Locale;
};

/** What was found in the files, a line each, as `npm run data -- check` tells it. */
export async function EditionRemarks({ upload, served, search, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "editions.remarks" });
  const severity = SEVERITIES.find((one) => one === search.gravite) ?? null;
  const asked = Number(search.page ?? 1);
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 1;
  const rows = await remarksOfUpload(upload, served, severity, page, PAGE_SIZE);
  const total = remarksTotal(upload, severity);
  const href = (changes: { gravite?: string | null; page?: number }) => {
    const { gravite = severity, page: to = 1 } = changes;
    const query = [...(gravite ? [`gravite=${gravite}`] : []), ...(to > 1 ? [`page=${to}`] : [])].join("&");
    return localHref(locale, `/admin/editions/${upload.id}${query && `?${query}`}`) + "#remarques";
  };
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
  return (
    <section id="remarques" aria-labelledby="edition-remarks" className="edition-remarks">
      <h2 id="edition-remarks">{t("title")}</h2>
      <Choices
        label={t("severity")}
        choices={[
          { label: t("all"), href: href({ gravite: "" }), current: severity === null },
          ...SEVERITIES.map((one) => ({
            label: labelOf("severity", one)[locale],
            href: href({ gravite: one }),
            current: one === severity,
          })),
        ]}
      />
      <p role="status">{t("total", { count: total, written: formatNumber(locale, total) })}</p>
      {rows.length > 0 && (
        <DataTable
          caption={t("caption")}
          columns={COLUMNS.map((key) => ({ key, label: t(`columns.${key}`), align: "left" }))}
          rows={rows.map((row, index) => ({
            key: String(index),
            cells: {
              place: `${row.file}${row.line === null ? "" : `:${row.line}`}`,
              column: row.column === null ? null : termOf(row.column).label[locale],
              severity: labelOf("severity", kindOf(row.kind).severity)[locale],
              reason: checkLineOf(row).reason[locale],
            },
          }))}
        />
      )}
      <Pager
        label={t("pages")}
        previous={{ label: t("previous"), href: page > 1 ? href({ page: page - 1 }) : null }}
        next={{ label: t("next"), href: page < last ? href({ page: page + 1 }) : null }}
        place={t("place", { page: formatNumber(locale, page), last: formatNumber(locale, last) })}
      />
      <p>
        <a href={`/api/admin/editions/${upload.id}/report?lang=${locale}`} className="link" download>
          {t("download")}
        </a>
      </p>
    </section>
  );
}
