import { getTranslations } from "next-intl/server";
import { adminPage } from "@/app/[locale]/_page/admin-page";
import { ReportQueue } from "@/app/[locale]/_page/report-queue";

/** What readers reported, for editors to answer, correct or dismiss. */
const { Page, generateMetadata } = adminPage({
  path: "/admin/signalements",
  role: "editor",
  title: async (locale) => (await getTranslations({ locale, namespace: "reports" }))("queue.title"),
  render: ({ user, locale, search }) => ReportQueue({ userId: user.id, locale, search }),
});

export { generateMetadata };
export default Page;
