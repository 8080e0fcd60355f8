import { getTranslations } from "next-intl/server";
import { EditionComparison, comparisonOf } from "@/app/[locale]/_page/edition-comparison";
import { listPage } from "@/app/[locale]/_page/edition-page";
import { listProps, type ListPage } from "@/app/[locale]/_page/list-props";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ListView } from "@/components/table/list-view";
import { organisationHref } from "@/lib/links";
import { changes } from "@/lib/queries/changes";

const PAGE: ListPage = {
  list: changes,
  path: "/donnees/comparer",
  resource: "changes",
  defaultColumns: ["name", "change", "value_before", "value_after", "type", "region", "from_edition"],
  dimensions: { change: "change", type: "type", region: "region" },
  typeDimension: "type",
  idOf: (row) => `${row.from_edition as string}-${row.siren as string}-${row.change as string}`,
  pathOf: (row) => (row.change === "disappeared" ? null : organisationHref(row.siren as string)),
};

/** What changed since another edition: organisation by organisation, and indicators side by side. */
const { Page, generateMetadata } = listPage(changes, {
  path: () => PAGE.path,
  load: async ({ page, locale }) => {
    const t = await getTranslations({ locale, namespace: "comparison" });
    const comparison = await comparisonOf(page);
    const words = { title: t("editions.title"), intro: t("editions.intro") };
    const props = await listProps(PAGE, locale, page, words);
    return { props, comparison, parent: t("data") };
  },
  title: ({ props }) => ({ title: props.title, description: props.intro }),
  render: ({ props, comparison, parent }, { page, locale }) => (
    <>
      <Breadcrumb
        locale={locale}
        view={page.view}
        trail={[{ path: "/donnees", label: parent }]}
        here={props.title}
      />
      <ListView
        {...props}
        lead={<EditionComparison comparison={comparison} page={page} locale={locale} path={PAGE.path} />}
      />
    </>
  ),
});

export { generateMetadata };
export default Page;
