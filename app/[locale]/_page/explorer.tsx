import "server-only";
import Link from "next/link";
import { getMessages, getTranslations } from "next-intl/server";
import { Explorer } from "@/components/explorer/explorer";
import { KEPT_ROWS, SHOWN_ROWS } from "@/components/explorer/limits";
import { fill, type ExplorerWords } from "@/components/explorer/types";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { sqlSources, tabTables } from "@/lib/api/tables";
import { siteUrl } from "@/lib/api/site-url";
import { fromAddress } from "@/lib/explorer/address";
import { enginePlan } from "@/lib/explorer/engine-files";
import { provenanceOf } from "@/lib/export/provenance";
import { formatBytes, formatNumber } from "@/lib/format";
import { apiHref, localHref, pageHref, type Locale } from "@/lib/links";
import { loadingSql, TAB_EXAMPLES } from "@/lib/queries/table-words";
import { refuse, type PageContext } from "./context";
import { ExplorerSchema } from "./explorer-schema";

/** What the page needs, and the query that its address asks for. */
export async function loadExplorer({ context, params }: PageContext) {
  const asked = params.get("sql");
  const sql = asked === null ? TAB_EXAMPLES[0]!.sql : fromAddress(asked);
  if (sql === null || params.getAll("sql").length > 1) refuse(["sql"], params);
  const [files, loaded, sources] = await Promise.all([enginePlan(), tabTables(context), sqlSources(context)]);
  return { sql, files, loaded, sources };
}

/** Words for the browser, as they are written: it fills their places. */
async function explorerWords(locale: Locale): Promise<ExplorerWords> {
  const { editor, hint, start, run, cancel, copy, copied, unaddressed, examples, steps, ...others } = (
    await getMessages({ locale })
  ).explorer as ExplorerWords;
  const { stopped, ended, result, failure } = others;
  return {
    ...{ editor, hint, start, run, cancel, copy, copied, unaddressed, examples, steps },
    ...{ stopped, ended, result, failure },
  };
}

type Model = Awaited<ReturnType<typeof loadExplorer>>;

/** SQL in the visitor's own tab: what it can read, and where it runs. */
export async function ExplorerPage({
  model,
  page,
  locale,
}: {
  model: Model;
  page: PageContext;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "explorer" });
  const { sql, files, loaded, sources } = model;
  const { edition, basis } = page.context;
  const sizes = {
    size: formatBytes(locale, files.sentBytes),
    unpacked: formatBytes(locale, files.moduleBytes),
    rows: formatNumber(locale, loaded.rows),
  };
  const words = await explorerWords(locale);
  const { attribution, licence, as_of } = provenanceOf(edition);
  const limits = { kept: formatNumber(locale, KEPT_ROWS), shown: formatNumber(locale, SHOWN_ROWS) };
  const tables = apiHref(edition.id, "tables", basis);
  const sample = loadingSql(
    "organisation",
    `${siteUrl}/api/v1/editions/${edition.id}/tables/organisation.parquet`,
  );
  return (
    <>
      <Breadcrumb locale={locale} view={page.view} trail={[]} here={t("title")} />
      <h1>{t("title")}</h1>
      <p className="lead">{t("intro")}</p>
      <noscript>
        <div className="explorer-noscript">
          <p>{t("noscript.text")}</p>
          <ul>
            <li>
              <a href={localHref(locale, pageHref("/donnees", page.view))}>{t("noscript.files")}</a>
            </li>
            <li>
              <a href={localHref(locale, pageHref("/developpeurs", page.view))}>{t("noscript.api")}</a>
            </li>
            <li>
              <a href={tables}>{t("noscript.tables")}</a>
            </li>
          </ul>
        </div>
      </noscript>
      <Explorer
        locale={locale}
        edition={edition.id}
        plan={{ ...files, tables: loaded.tables, statements: loaded.statements }}
        initial={sql}
        examples={TAB_EXAMPLES.map((example) => ({ title: example.title[locale], sql: example.sql }))}
        words={{ ...words, start: fill(words.start, sizes) }}
        definitions={Object.fromEntries(
          sources.flatMap(({ columns }) => columns.map(({ name, definition }) => [name, definition[locale]])),
        )}
        about={{ edition: edition.id, as_of, basis, licence, attribution }}
        note={
          <>
            <p>{t("startNote", sizes)}</p>
            <p>{t("editions", { editions: loaded.editions.join(", ") })}</p>
          </>
        }
      >
        <ExplorerSchema sources={sources} locale={locale} />
      </Explorer>
      <section className="explorer-limits">
        <h2 id="limits">{t("limits.title")}</h2>
        <ul>
          <li>{t("limits.local")}</li>
          <li>{t("limits.rows", limits)}</li>
          <li>{t("limits.shut")}</li>
          <li>{t("limits.order")}</li>
          <li>
            {t("limits.api")}{" "}
            <Link
              href={localHref(locale, pageHref("/developpeurs", page.view))}
              prefetch={false}
              className="link"
            >
              {t("noscript.api")}
            </Link>
            {/* A region that scrolls must be reachable by keyboard. */}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre className="code" tabIndex={0} role="region" aria-label={t("limits.title")}>
              <code>{sample}</code>
            </pre>
          </li>
        </ul>
      </section>
    </>
  );
}
