import { getTranslations } from "next-intl/server";
import { adminPage } from "@/app/[locale]/_page/admin-page";
import { AuditLog } from "@/app/[locale]/_page/audit-log";

/** Who did what, when. */
const { Page, generateMetadata } = adminPage({
  path: "/admin/audit",
  role: "admin",
  title: async (locale) => (await getTranslations({ locale, namespace: "reports" }))("audit.title"),
  render: ({ user, locale, search }) => AuditLog({ userId: user.id, locale, search }),
});

export { generateMetadata };
export default Page;
