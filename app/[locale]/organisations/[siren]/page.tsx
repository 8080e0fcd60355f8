import { editionPage } from "@/app/[locale]/_page/edition-page";
import { Organisation } from "@/app/[locale]/_page/organisation";
import { organisationOrSay } from "@/app/[locale]/_page/organisation-missing";
import { organisationSentence } from "@/app/[locale]/_page/organisation-sentence";
import { organisationHref } from "@/lib/links";

/** One organisation, by its SIREN. */
const { Page, generateMetadata } = editionPage({
  path: ({ siren }) => organisationHref(siren ?? ""),
  load: ({ page, locale, segments }) => organisationOrSay(page, locale, segments.siren ?? ""),
  title: async (card, { locale }) => ({
    title: card.row.name,
    description: await organisationSentence(card, locale),
  }),
  render: (card, { page, locale }) => Organisation({ card, page, locale }),
});

export { generateMetadata };
export default Page;
