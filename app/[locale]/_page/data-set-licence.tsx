import "server-only";
import { getTranslations } from "next-intl/server";
import { licenceOf, provenanceOf } from "@/lib/export/provenance";
import type { DataSetProps } from "./data-set";

/** What readers may do with the data, and what they owe in return. */
export async function DataSetLicence({ page, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset.licence" });
  const { edition } = page.context;
  const { publisher } = edition.manifest;
  const { name, url } = licenceOf(edition.manifest.licence);
  const licence = () =>
    url ? (
      <a href={url} rel="license noopener" className="link">
        {name}
      </a>
    ) : (
      name
    );
  return (
    <div className="data-set-text">
      <p>{t.rich("text", { publisher, licence })}</p>
      <p>{t("duty", { publisher })}</p>
      <blockquote>{provenanceOf(edition).attribution}</blockquote>
      <p>{t("people")}</p>
    </div>
  );
}
