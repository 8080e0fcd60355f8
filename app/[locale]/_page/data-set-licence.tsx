import "server-only";
import { getTranslations } from "next-intl/server";
import { CopyButton } from "@/components/ui/copy-button";
import { pageUrl } from "@/lib/api/site-url";
import { citationOf } from "@/lib/export/citation";
import { licenceOf, provenanceOf } from "@/lib/export/provenance";
import { pageHref } from "@/lib/links";
import type { DataSetProps } from "./data-set";

const DUTIES = ["source", "date", "endorsement", "meaning"] as const;
const WHAT = { fr: "jeu de données", en: "data set" };

/** What readers may do with the data, what they owe in return, and the words that pay it. */
export async function DataSetLicence({ page, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset.licence" });
  const words = await getTranslations({ locale, namespace: "indicators" });
  const { edition } = page.context;
  const { publisher, title, asOf } = edition.manifest;
  const { name, url } = licenceOf(edition.manifest.licence);
  const { attribution } = provenanceOf(edition);
  const licence = () =>
    url ? (
      <a href={url} rel="license noopener" className="link">
        {name}
      </a>
    ) : (
      name
    );
  const citation = citationOf({
    ...{ edition: edition.id, title, publisher, asOf, what: WHAT, name: "data-set", licence: name },
    permalink: pageUrl(locale, pageHref("/donnees", { edition: edition.id, basis: "corrected" })),
    producedAt: new Date().toISOString(),
  });
  return (
    <div className="data-set-text">
      <p>{t.rich("text", { publisher, licence })}</p>
      <p>{t("duty")}</p>
      <ul>
        {DUTIES.map((duty) => (
          <li key={duty}>{t(`duties.${duty}`, { publisher })}</li>
        ))}
      </ul>
      <p>{t("people")}</p>
      <h3>{t("attribution")}</h3>
      <p className="citation">{attribution}</p>
      <CopyButton text={attribution} label={words("copy")} done={words("copied")} />
      <h3>{words("cite")}</h3>
      <p className="citation">{citation[locale]}</p>
      <CopyButton text={citation[locale]} label={words("copy")} done={words("copied")} />
      <details>
        <summary>BibTeX</summary>
        <pre className="code">
          <code>{citation.bibtex}</code>
        </pre>
      </details>
    </div>
  );
}
