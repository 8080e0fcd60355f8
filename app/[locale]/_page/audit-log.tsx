import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { auditLines } from "@/lib/annotations";
import { formatMoment } from "@/lib/format";
import { localHref, queryString, type Locale } from "@/lib/links";
import { auditWords, subjectPath } from "./audit-words";

const PAGE = 100;
const COLUMNS = ["at", "who", "done", "trace"] as const;
const one = (value: string | string[] | undefined) => [value ?? ""].flat()[0] ?? "";

/** The audit log, latest first, searched by who, what, on what and by which request. */
export async function AuditLog({
  userId,
  locale,
  search,
}: {
  userId: string;
  locale: Locale;
  search: Record<string, string | string[] | undefined>;
}) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "reports.audit" }),
    auditWords(locale),
  ]);
  const q = one(search.q).slice(0, 200);
  const before = /^\d{1,15}$/.test(one(search.avant)) ? Number(one(search.avant)) : undefined;
  const lines = await auditLines({ userId }, q, before, PAGE);
  const last = lines.at(-1);
  return (
    <>
      <div className="list-head">
        <h1>{t("title")}</h1>
        <p>{t("intro")}</p>
      </div>
      <form action={localHref(locale, "/admin/audit")} className="comparison-add">
        <label htmlFor="audit-q">{t("search")}</label>
        <div>
          <input id="audit-q" name="q" type="search" defaultValue={q} />
          <button type="submit" className="button">
            {t("submit")}
          </button>
        </div>
      </form>
      <p className="audit-count">
        <span role="status">{t("count", { count: lines.length })}</span>
        <a href={`/api/admin/audit${queryString({ q })}`} className="button" download>
          {t("export")}
        </a>
      </p>
      <div className="audit">
        <DataTable
          caption={t("title")}
          columns={COLUMNS.map((key) => ({ key, label: t(key), align: "left" }))}
          rows={lines.map(({ seq, at, user_name: who, action, subject, detail, request }) => ({
            key: String(seq),
            cells: {
              at: formatMoment(locale, at),
              who: who || t("reader"),
              done: (
                <>
                  {words.action(action)}
                  <small>{words.detail(detail)}</small>
                </>
              ),
              trace: (
                <>
                  <code>{action}</code>
                  <Link href={localHref(locale, subjectPath(subject))} prefetch={false} className="link">
                    <code>{subject}</code>
                  </Link>
                  {request && <code title={t("request")}>{request}</code>}
                </>
              ),
            },
          }))}
        />
      </div>
      {lines.length === PAGE && last && (
        <Link
          className="button"
          prefetch={false}
          href={localHref(locale, `/admin/audit${queryString({ q, avant: last.seq })}`)}
        >
          {t("older")}
        </Link>
      )}
    </>
  );
}
