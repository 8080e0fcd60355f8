import { getTranslations } from "next-intl/server";
import { listPage } from "@/app/[locale]/_page/edition-page";
import { listProps, type ListPage } from "@/app/[locale]/_page/list-props";
import { findingNotables } from "@/app/[locale]/_page/notables";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ListView } from "@/components/table/list-view";
import { kindOf } from "@/lib/editions/findings";
import { termOf } from "@/lib/glossary";
import { quality } from "@/lib/queries/quality";

const PAGE: ListPage = {
  list: quality,
  path: "/donnees/qualite",
  resource: "quality",
  defaultColumns: ["kind", "name", "line", "column", "value", "corrected", "outcome"],
  dimensions: { severity: "severity", outcome: "outcome" },
  typeDimension: "type",
  words: { kind: (code) => kindOf(code).label, column: (code) => termOf(code).label },
  quiet: ["siren", "repaired"],
  notableOf: findingNotables,
  idOf: (row) => `${row.file as string}-${row.line as number}`,
};

/** The remarks of the quality report, row by row. */
const { Page, generateMetadata } = listPage(quality, {
  path: () => PAGE.path,
  load: async ({ page, locale }) => {
    const t = await getTranslations({ locale, namespace: "dataset" });
    const [kind, ...others] = page.address.request.filters.kind ?? [];
    // One kind alone is explained: what it means, what was done, what the publisher can do.
    const intro = kind && others.length === 0 ? kindOf(kind).explanation[locale] : t("quality.intro");
    const props = await listProps(PAGE, locale, page, { title: t("quality.title"), intro });
    return { props, parent: t("title") };
  },
  title: ({ props }) => ({ title: props.title, description: props.intro }),
  render: ({ props, parent }, { page, locale }) => (
    <>
      <Breadcrumb
        locale={locale}
        view={page.view}
        trail={[{ path: "/donnees", label: parent }]}
        here={props.title}
      />
      <ListView {...props} />
    </>
  ),
});

export { generateMetadata };
export default Page;
