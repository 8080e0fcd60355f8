import { getTranslations } from "next-intl/server";
import { editionPage } from "@/app/[locale]/_page/edition-page";
import { loadTerritories, Territories, TERRITORIES_PARAMETERS } from "@/app/[locale]/_page/territories";

/** The map of France by région or département, for a measure chosen in the address, and its table. */
const { Page, generateMetadata } = editionPage({
  path: () => "/territoires",
  parameters: TERRITORIES_PARAMETERS,
  load: ({ page, locale }) => loadTerritories(page, locale),
  title: async ({ measure, level }, { locale }) => {
    const t = await getTranslations({ locale, namespace: "territories" });
    return { title: t(`title.${measure}.${level}`), description: t("intro") };
  },
  render: (model, { page, locale }) => Territories({ model, page, locale }),
});

export { generateMetadata };
export default Page;
