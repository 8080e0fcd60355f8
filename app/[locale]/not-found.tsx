import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { addressErrors } from "./_page/address-errors";
import { SiteHeader } from "@/components/layout/site-header";
import { localHref, type Locale } from "@/lib/links";

/** The address asks for what is not there; when a parameter is at fault, it is named as it was written. */
export default async function NotFound() {
  const t = await getTranslations("errors");
  const locale = (await getLocale()) as Locale;
  const errors = addressErrors();
  const known = errors.length > 0 ? "parameters" : "page";
  return (
    <>
      <title>{t(`notFound.${known}.title`)}</title>
      <SiteHeader locale={locale} place={null} view={{ edition: undefined, basis: "corrected" }} />
      <main id="contenu" tabIndex={-1} className="wrap main">
        <div className="message">
          <h1>{t(`notFound.${known}.title`)}</h1>
          <p>{t(`notFound.${known}.text`, { count: errors.length })}</p>
          {errors.length > 0 && (
            <ul>
              {errors.map(({ name, value }) => (
                <li key={name}>
                  <code>
                    {name}={value}
                  </code>
                </li>
              ))}
            </ul>
          )}
          <Link href={localHref(locale, "/")} className="button">
            {t("home")}
          </Link>
        </div>
      </main>
    </>
  );
}
