import { getTranslations } from "next-intl/server";
import { editionPage } from "@/app/[locale]/_page/edition-page";
import { reportedIn, ReportPage } from "@/app/[locale]/_page/report";

/** Where a reader tells the editors of an error; nothing they write is public. */
const { Page, generateMetadata } = editionPage({
  path: () => "/signaler",
  parameters: ["cible"],
  load: async ({ page, locale }) => ({
    reported: await reportedIn(page, locale),
    t: await getTranslations({ locale, namespace: "reports" }),
  }),
  title: ({ t }) => ({
    title: t("title"),
    description: t("form.intro"),
    robots: { index: false, follow: false },
  }),
  render: ({ reported }, { page, locale }) => <ReportPage reported={reported} page={page} locale={locale} />,
});

export { generateMetadata };
export default Page;
