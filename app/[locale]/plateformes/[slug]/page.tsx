import { editionPage } from "@/app/[locale]/_page/edition-page";
import { Platform, platformSentence } from "@/app/[locale]/_page/platform";
import { platformCard } from "@/lib/api/entities";
import { platformHref } from "@/lib/links";

/** One platform, by the words of its name. */
const { Page, generateMetadata } = editionPage({
  path: ({ slug }) => platformHref(slug ?? ""),
  load: ({ page, segments }) => platformCard(page.context, segments.slug ?? ""),
  title: async (card, { locale }) => ({
    title: card.row.name,
    description: await platformSentence(card, locale),
  }),
  render: (card, { page, locale }) => Platform({ card, page, locale }),
});

export { generateMetadata };
export default Page;
