import { getTranslations } from "next-intl/server";
import { refuse } from "@/app/[locale]/_page/context";
import { editionPage } from "@/app/[locale]/_page/edition-page";
import { SearchResults } from "@/app/[locale]/_page/search-results";
import { MAX_WORDS, searchEverything } from "@/lib/api/search";

/** Results of each kind; the lists show the rest. */
const EACH = 50;

/** Everything that answers to some words, by kind. */
const { Page, generateMetadata } = editionPage({
  path: () => "/recherche",
  parameters: ["q"],
  load: async ({ page: { context, params } }) => {
    const asked = params.getAll("q");
    const q = (asked[0] ?? "").trim();
    if (asked.length > 1 || q.length > MAX_WORDS) refuse(["q"], params);
    return searchEverything(context, q, EACH);
  },
  title: async ({ q }, { locale }) => {
    const t = await getTranslations({ locale, namespace: "search" });
    // Results are no page to be found by a search engine.
    return {
      title: q === "" ? t("title") : t("titleOf", { q }),
      description: t("intro"),
      robots: { index: false },
    };
  },
  render: (answer, { page, locale }) => <SearchResults answer={answer} locale={locale} view={page.view} />,
});

export { generateMetadata };
export default Page;
