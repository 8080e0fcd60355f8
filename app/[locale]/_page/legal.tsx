import "server-only";
import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { env } from "@/lib/env";
import { localHref, pageHref, type Locale, type View } from "@/lib/links";

const KEPT = ["readers", "browser", "reports", "accounts"] as const;
const CNIL = "https://www.cnil.fr/";

/** An e-mail address or a page, as the setting has it. */
const contactHref = (contact: string) => (contact.includes("@") ? `mailto:${contact}` : contact);

const linkTo = (href: string) =>
  function LinkedWords(words: ReactNode) {
    return (
      <a href={href} rel="noopener" className="link">
        {words}
      </a>
    );
  };

/** Who runs the site, on what terms its data may be used again, and what it keeps of people. */
export async function Legal({ locale, view, publisher }: { locale: Locale; view: View; publisher: string }) {
  const t = await getTranslations({ locale, namespace: "legal" });
  const { SITE_OPERATOR, SITE_HOST, SITE_CONTACT } = env;
  const to = (path: string) => linkTo(localHref(locale, pageHref(path, view)));
  return (
    <article className="prose">
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <h2>{t("site")}</h2>
      <ul>
        <li>{SITE_OPERATOR ? t("operator", { name: SITE_OPERATOR }) : t("noOperator")}</li>
        <li>{SITE_HOST ? t("host", { name: SITE_HOST }) : t("noHost")}</li>
        <li>
          {SITE_CONTACT
            ? t.rich("contact", { contact: SITE_CONTACT, link: linkTo(contactHref(SITE_CONTACT)) })
            : t("noContact")}
        </li>
      </ul>
      <h2>{t("data")}</h2>
      <p>{t.rich("dataText", { publisher, link: to("/donnees") })}</p>
      <h2>{t("people")}</h2>
      <ul>
        {KEPT.map((item) => (
          <li key={item}>{t(`kept.${item}`)}</li>
        ))}
      </ul>
      <p>{t("named")}</p>
      <p>{t.rich("rights", { link: linkTo(CNIL) })}</p>
      <h2>{t("accessibility")}</h2>
      <p>{t.rich("accessibilityText", { link: to("/accessibilite") })}</p>
    </article>
  );
}
