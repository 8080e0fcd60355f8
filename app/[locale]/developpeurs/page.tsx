import { getTranslations } from "next-intl/server";
import { Developers } from "@/app/[locale]/_page/developers";
import { editionPage } from "@/app/[locale]/_page/edition-page";

/** The API in words: every address, its parameters, ready lines, and the other doors for programs. */
const { Page, generateMetadata } = editionPage({
  path: () => "/developpeurs",
  load: async ({ locale }) => getTranslations({ locale, namespace: "developers" }),
  title: (t) => ({ title: t("title"), description: t("intro") }),
  render: (_, { page, locale }) => <Developers page={page} locale={locale} />,
});

export { generateMetadata };
export default Page;
