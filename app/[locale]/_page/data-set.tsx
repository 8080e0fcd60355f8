import "server-only";
import { getTranslations } from "next-intl/server";
import { LinkedData } from "@/components/entity/linked-data";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import type { DataSet } from "@/lib/api/data-set";
import { schemaOrgDataset } from "@/lib/api/schema-org";
import type { Locale } from "@/lib/links";
import type { PageContext } from "./context";
import { DataSetFiles } from "./data-set-files";
import { DataSetLicence } from "./data-set-licence";
import { DataSetCriteria, DataSetTrust } from "./data-set-trust";
import { DataSetReport } from "./data-set-report";
import { DataSetSample } from "./data-set-sample";
import { DataSetSchema, schemaNotables } from "./data-set-schema";
import { editionNotable } from "./notables";
import { NotesOn } from "./notes";
import { PageFootnotes, withNotes, type NotedPage } from "./page-notes";

export type DataSetProps = { data: DataSet; page: NotedPage; locale: Locale };

/** The sections, by their anchor, which is their namespace of words. */
const SECTIONS = [
  ["files", DataSetFiles],
  ["schema", DataSetSchema],
  ["sample", DataSetSample],
  ["licence", DataSetLicence],
  ["trust", DataSetTrust],
  ["criteria", DataSetCriteria],
  ["report", DataSetReport],
] as const;

/** The data set on one page. */
export async function DataSetPage(bare: { data: DataSet; page: PageContext; locale: Locale }) {
  const { data, locale } = bare;
  const { edition } = bare.page.context;
  const about = editionNotable(edition.manifest.title[locale]);
  const page = await withNotes(bare.page, locale, [about, ...schemaNotables(data, locale)]);
  const props = { data, page, locale };
  const t = await getTranslations({ locale, namespace: "dataset" });
  return (
    <>
      <Breadcrumb locale={locale} view={page.view} trail={[]} here={t("title")} />
      <h1>{t("title")}</h1>
      <p className="lead">{t("intro")}</p>
      <NotesOn page={page} {...about} locale={locale} />
      <nav aria-label={t("contents")} className="page-contents">
        <ul>
          {SECTIONS.map(([name]) => (
            <li key={name}>
              <a href={`#${name}`} className="link">
                {t(`${name}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {SECTIONS.map(([name, Section]) => (
        <section key={name} className="question data-set-section">
          <h2 id={name}>{t(`${name}.title`)}</h2>
          <Section {...props} />
        </section>
      ))}
      <PageFootnotes page={page} locale={locale} />
      <LinkedData data={await schemaOrgDataset(edition, locale)} />
    </>
  );
}
