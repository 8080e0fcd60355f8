import { getTranslations } from "next-intl/server";
import { DataSetPage } from "@/app/[locale]/_page/data-set";
import { editionPage } from "@/app/[locale]/_page/edition-page";
import { dataSetOf } from "@/lib/api/data-set";

/** The data set itself: files, schema, samples, licence, what its description is worth, what its reading found. */
const { Page, generateMetadata } = editionPage({
  path: () => "/donnees",
  load: async ({ page, locale }) => {
    const t = await getTranslations({ locale, namespace: "dataset" });
    return { t, data: await dataSetOf(page.context) };
  },
  title: ({ t }) => ({ title: t("title"), description: t("intro") }),
  render: ({ data }, { page, locale }) => <DataSetPage data={data} page={page} locale={locale} />,
});

export { generateMetadata };
export default Page;
