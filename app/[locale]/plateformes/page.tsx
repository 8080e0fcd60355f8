import { getTranslations } from "next-intl/server";
import { listPage } from "@/app/[locale]/_page/edition-page";
import { listProps, type ListPage } from "@/app/[locale]/_page/list-props";
import { platformNotables } from "@/app/[locale]/_page/notables";
import { ListView } from "@/components/table/list-view";
import { platformHref } from "@/lib/links";
import { platforms } from "@/lib/queries/platforms";

const PAGE: ListPage = {
  list: platforms,
  path: "/plateformes",
  resource: "platforms",
  defaultColumns: ["name", "type", "region", "collaboration", "technology", "hosted_declared", "url"],
  dimensions: {
    type: "platformType",
    collaboration: "collaboration",
    technology: "technology",
    region: "region",
    bearer: "type",
    theme: "theme",
  },
  typeDimension: "platformType",
  idOf: (row) => row.slug as string,
  notableOf: platformNotables,
  pathOf: (row) => platformHref(row.slug as string),
};

/** The list of platforms: search, filters, sort, page and file are all in the address. */
const { Page, generateMetadata } = listPage(platforms, {
  path: () => PAGE.path,
  load: async ({ page, locale }) => {
    const t = await getTranslations({ locale, namespace: "lists.platforms" });
    return listProps(PAGE, locale, page, { title: t("title"), intro: t("intro") });
  },
  title: ({ title, intro }) => ({ title, description: intro }),
  render: (props) => <ListView {...props} />,
});

export { generateMetadata };
export default Page;
