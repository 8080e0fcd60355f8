import { getTranslations } from "next-intl/server";
import { editionPage } from "@/app/[locale]/_page/edition-page";
import { Method } from "@/app/[locale]/_page/method";

/** What each word means and how each figure is worked out, from the code that does it. */
const { Page, generateMetadata } = editionPage({
  path: () => "/methode",
  load: async ({ locale }) => getTranslations({ locale, namespace: "method" }),
  title: (t) => ({ title: t("title"), description: t("intro") }),
  render: (_, { page, locale }) => <Method locale={locale} page={page} />,
});

export { generateMetadata };
export default Page;
