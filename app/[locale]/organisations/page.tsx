import { getTranslations } from "next-intl/server";
import { listPage } from "@/app/[locale]/_page/edition-page";
import { listProps, type ListPage } from "@/app/[locale]/_page/list-props";
import { organisationNotables } from "@/app/[locale]/_page/notables";
import { ListView } from "@/components/table/list-view";
import { organisationHref } from "@/lib/links";
import { organisations } from "@/lib/queries/organisations";

const PAGE: ListPage = {
  list: organisations,
  path: "/organisations",
  resource: "organisations",
  defaultColumns: ["name", "type", "department", "population", "datasets", "channel", "technologies"],
  dimensions: {
    type: "type",
    category: "category",
    region: "region",
    department: "department",
    technology: "technology",
    main_technology: "technology",
    theme: "theme",
    channel: "channel",
    size: "size",
    datasets: "datasets",
  },
  quiet: ["main_technology", "siren"],
  typeDimension: "type",
  idOf: (row) => row.siren as string | null,
  notableOf: organisationNotables,
  pathOf: (row) => (row.siren === null ? null : organisationHref(row.siren as string)),
};

/** The list of organisations: search, filters, sort, page and file are all in the address. */
const { Page, generateMetadata } = listPage(organisations, {
  path: () => PAGE.path,
  load: async ({ page, locale }) => {
    const t = await getTranslations({ locale, namespace: "lists.organisations" });
    return listProps(PAGE, locale, page, { title: t("title"), intro: t("intro") });
  },
  title: ({ title, intro }) => ({ title, description: intro }),
  render: (props) => <ListView {...props} />,
});

export { generateMetadata };
export default Page;
