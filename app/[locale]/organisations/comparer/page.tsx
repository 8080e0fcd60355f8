import { getTranslations } from "next-intl/server";
import { editionPage } from "@/app/[locale]/_page/edition-page";
import { comparedOrganisations, OrganisationComparison } from "@/app/[locale]/_page/organisation-comparison";

/** Up to four organisations side by side; which ones is in the address. */
const { Page, generateMetadata } = editionPage({
  path: () => "/organisations/comparer",
  parameters: ["siren", "q"],
  load: async ({ page, locale }) => {
    const t = await getTranslations({ locale, namespace: "comparison.organisations" });
    return { t, compared: await comparedOrganisations(page) };
  },
  title: ({ t, compared }) => ({
    title: [t("title"), ...compared.cards.map(({ row }) => row.name)].join(" · "),
    description: t("intro"),
  }),
  render: ({ compared }, { page, locale }) => (
    <OrganisationComparison compared={compared} page={page} locale={locale} />
  ),
});

export { generateMetadata };
export default Page;
