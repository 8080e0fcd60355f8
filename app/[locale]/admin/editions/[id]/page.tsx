import { getTranslations } from "next-intl/server";
import { adminPage } from "@/app/[locale]/_page/admin-page";
import { EditionReview } from "@/app/[locale]/_page/edition-review";

/** An edition that waits: what was found in it, what it would change, publishing it. */
const { Page, generateMetadata } = adminPage({
  path: "/admin/editions",
  role: "admin",
  title: async (locale) => (await getTranslations({ locale, namespace: "editions" }))("review.title"),
  render: async ({ locale, segments, search }) => (
    <EditionReview id={segments.id ?? ""} search={search} locale={locale} />
  ),
});

export { generateMetadata };
export default Page;
