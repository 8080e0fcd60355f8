import { getTranslations } from "next-intl/server";
import { adminPage } from "@/app/[locale]/_page/admin-page";
import { NoteDesk } from "@/app/[locale]/_page/note-desk";

/** Writing one note: a new one at `nouvelle`, with its target in the address, or one of the list. */
const { Page, generateMetadata } = adminPage({
  path: "/admin/annotations",
  address: ({ id = "" }) => `/admin/annotations/${id}`,
  role: "editor",
  title: async (locale) => (await getTranslations({ locale, namespace: "desk" }))("title"),
  render: ({ user, locale, segments, search }) =>
    NoteDesk({ id: segments.id ?? "", search, userId: user.id, locale }),
});

export { generateMetadata };
export default Page;
