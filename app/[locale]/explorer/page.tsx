import { getTranslations } from "next-intl/server";
import { editionPage } from "@/app/[locale]/_page/edition-page";
import { ExplorerPage, loadExplorer } from "@/app/[locale]/_page/explorer";

/** SQL in the visitor's own tab, over the tables of the edition; the server never runs it. */
const { Page, generateMetadata } = editionPage({
  path: () => "/explorer",
  parameters: ["sql"],
  load: ({ page }) => loadExplorer(page),
  title: async (_, { locale }) => {
    const t = await getTranslations({ locale, namespace: "explorer" });
    return { title: t("title"), description: t("intro") };
  },
  render: (model, { page, locale }) => <ExplorerPage model={model} page={page} locale={locale} />,
});

export { generateMetadata };
export default Page;
