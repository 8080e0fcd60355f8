import { getTranslations } from "next-intl/server";
import { editionPage } from "@/app/[locale]/_page/edition-page";
import { Journal, JOURNAL_PARAMETERS, loadJournal } from "@/app/[locale]/_page/journal";

/** The published notes of an edition. */
const { Page, generateMetadata } = editionPage({
  path: () => "/journal",
  parameters: JOURNAL_PARAMETERS,
  load: ({ page }) => loadJournal(page),
  title: async (_, { locale }) => {
    const t = await getTranslations({ locale, namespace: "notes" });
    return { title: t("journal.title"), description: t("journal.intro") };
  },
  render: (model, { page, locale }) => Journal({ model, page, locale }),
});

export { generateMetadata };
export default Page;
