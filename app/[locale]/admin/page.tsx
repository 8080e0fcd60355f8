import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { adminPage } from "@/app/[locale]/_page/admin-page";
import { Attention } from "@/app/[locale]/_page/attention";
import { sectionsFor } from "@/app/[locale]/_page/admin-sections";
import { localHref } from "@/lib/links";

/** Where who signs in arrives: who they are here, and what they can do. */
const { Page, generateMetadata } = adminPage({
  path: "/admin",
  role: "editor",
  title: async (locale) => (await getTranslations({ locale, namespace: "account" }))("sections.home"),
  render: async ({ user, locale }) => {
    const t = await getTranslations({ locale, namespace: "account" });
    return (
      <>
        <div className="list-head">
          <h1>{t("home.title", { name: user.name })}</h1>
          <p>{t("home.intro", { role: t(`role.${user.role}`), email: user.email })}</p>
        </div>
        <Attention userId={user.id} locale={locale} />
        <ul className="admin-sections">
          {sectionsFor(user.role)
            .filter(({ path }) => path !== "/admin")
            .map(({ path, name }) => (
              <li key={path}>
                <Link href={localHref(locale, path)} prefetch={false} className="link">
                  {t(`sections.${name}`)}
                </Link>
                <p>{t(`sectionTexts.${name}`)}</p>
              </li>
            ))}
        </ul>
      </>
    );
  },
});

export { generateMetadata };
export default Page;
