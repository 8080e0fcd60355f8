import { getTranslations } from "next-intl/server";
import { editionPage } from "@/app/[locale]/_page/edition-page";
import { IndicatorIndex, loadIndicators } from "@/app/[locale]/_page/indicator-index";

/** Everything the observatory measures: value, shape, definition. */
const { Page, generateMetadata } = editionPage({
  path: () => "/indicateurs",
  load: ({ page }) => loadIndicators(page),
  title: async (results, { locale }) => {
    const t = await getTranslations({ locale, namespace: "indicators" });
    return { title: t("title"), description: t("intro", { count: results.size }) };
  },
  render: (results, { page, locale }) => IndicatorIndex({ results, page, locale }),
});

export { generateMetadata };
export default Page;
