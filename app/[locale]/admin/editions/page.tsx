import { getTranslations } from "next-intl/server";
import { adminPage } from "@/app/[locale]/_page/admin-page";
import { EditionList } from "@/app/[locale]/_page/edition-list";
import { EditionSender } from "@/app/[locale]/_page/edition-sender";
import { EditionsDone, EditionsSettings } from "@/app/[locale]/_page/editions-head";
import { WaitingEditions } from "@/app/[locale]/_page/waiting-editions";
import { canWrite, editionEntries } from "@/lib/publication/overview";
import { listUploads } from "@/lib/publication/uploads";

/** The editions: those served and their versions, those that wait, and bringing another. */
const { Page, generateMetadata } = adminPage({
  path: "/admin/editions",
  role: "admin",
  title: async (locale) => (await getTranslations({ locale, namespace: "editions" }))("title"),
  render: async ({ locale, search }) => {
    const t = await getTranslations({ locale, namespace: "editions" });
    const [entries, uploads, writable] = await Promise.all([editionEntries(), listUploads(), canWrite()]);
    return (
      <div className="editions-desk">
        <div className="list-head">
          <h1>{t("title")}</h1>
          <p>{t("intro")}</p>
        </div>
        <EditionsDone search={search} locale={locale} />
        <EditionsSettings entries={entries} writable={writable} locale={locale} />
        <WaitingEditions uploads={uploads} locale={locale} />
        <EditionList entries={entries} writable={writable} locale={locale} />
        <EditionSender entries={entries} writable={writable} search={search} locale={locale} />
      </div>
    );
  },
});

export { generateMetadata };
export default Page;
