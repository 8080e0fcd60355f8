import { getTranslations } from "next-intl/server";
import { editionPage } from "@/app/[locale]/_page/edition-page";
import { NOTE_PARAMETERS } from "@/lib/api/notes-query";
import { Journal, loadJournal } from "@/app/[locale]/_page/journal";

/** The published notes of an edition. */
const { Page, generateMetadata } = editionPage({
  path: () => "/journal",
  parameters: [...NOTE_PARAMETERS, "page", "page_size"],
  load: ({ page, locale }) => loadJournal(page, locale),
  title: async (_, { locale }) => {
    const t = await getTranslations({ locale, namespace: "notes" });
    return { title: t("journal.title"), description: t("journal.intro") };
  },
  render: (model, { page, locale }) => Journal({ model, page, locale }),
});

export { generateMetadata };
export default Page;
