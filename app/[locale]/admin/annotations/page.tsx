import { getTranslations } from "next-intl/server";
import { adminPage } from "@/app/[locale]/_page/admin-page";
import { NotesTable } from "@/app/[locale]/_page/notes-table";

/** Every note an editor may work on. */
const { Page, generateMetadata } = adminPage({
  path: "/admin/annotations",
  role: "editor",
  title: async (locale) => (await getTranslations({ locale, namespace: "desk" }))("title"),
  render: ({ user, locale, search }) => NotesTable({ search, userId: user.id, locale }),
});

export { generateMetadata };
export default Page;
