import { getTranslations } from "next-intl/server";
import { editionPage } from "@/app/[locale]/_page/edition-page";
import { Legal } from "@/app/[locale]/_page/legal";

/** The legal notice. */
const { Page, generateMetadata } = editionPage({
  path: () => "/mentions-legales",
  load: ({ locale }) => getTranslations({ locale, namespace: "legal" }),
  title: (t) => ({ title: t("title"), description: t("intro") }),
  render: (_, { page, locale }) => (
    <Legal locale={locale} view={page.view} publisher={page.context.edition.manifest.publisher} />
  ),
});

export { generateMetadata };
export default Page;
