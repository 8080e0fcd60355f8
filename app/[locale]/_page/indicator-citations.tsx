import "server-only";
import { getTranslations } from "next-intl/server";
import { CopyButton } from "@/components/ui/copy-button";
import { env } from "@/lib/env";
import { citationOf } from "@/lib/export/citation";
import { whatOf } from "@/lib/export/format-names";
import { provenanceOf } from "@/lib/export/provenance";
import type { IndicatorResult } from "@/lib/indicators/types";
import { localHref, pageHref, type Locale } from "@/lib/links";
import type { PageContext } from "./context";

/** The address that gives this page again, and how to cite it. */
export async function Citations({
  result,
  page,
  locale,
}: {
  result: IndicatorResult;
  page: PageContext;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "indicators" });
  const { edition, basis } = page.context;
  const site = env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`;
  const permalink = `${site}${localHref(locale, pageHref(`/indicateurs/${result.id}`, { edition: edition.id, basis }))}`;
  const citation = citationOf({
    ...{ edition: edition.id, title: edition.manifest.title, publisher: edition.manifest.publisher },
    ...{ asOf: edition.manifest.asOf, what: result.name, name: whatOf("indicator", result.id), permalink },
    licence: provenanceOf(edition).licence,
    producedAt: new Date().toISOString(),
  });
  return (
    <section>
      <h2 id="cite">{t("cite")}</h2>
      <p>
        {t("permalink")} <a href={permalink}>{permalink}</a>
      </p>
      <p className="citation">{citation[locale]}</p>
      <CopyButton text={citation[locale]} label={t("copy")} done={t("copied")} />
      <details>
        <summary>BibTeX</summary>
        <pre className="code">
          <code>{citation.bibtex}</code>
        </pre>
      </details>
    </section>
  );
}
