import { editionPage } from "@/app/[locale]/_page/edition-page";
import { IndicatorPage, loadIndicator } from "@/app/[locale]/_page/indicator";

/** One indicator with its work shown. */
const { Page, generateMetadata } = editionPage({
  path: ({ id }) => `/indicateurs/${id}`,
  load: ({ page, segments }) => loadIndicator(page, segments.id ?? ""),
  title: ({ result }, { locale }) => ({
    title: result.name[locale],
    description: result.definition[locale],
  }),
  render: (model, { page, locale }) => IndicatorPage({ model, page, locale }),
});

export { generateMetadata };
export default Page;
