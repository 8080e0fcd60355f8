import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { addressErrors } from "./_page/address-errors";
import { localHref, type Locale } from "@/lib/links";

/** The address asks for what is not there; when a parameter is at fault, it is named. */
export default async function NotFound() {
  const t = await getTranslations("errors");
  const locale = (await getLocale()) as Locale;
  const errors = addressErrors();
  return (
    <main className="wrap message">
      <h1>{t("notFound.title")}</h1>
      <p>{errors.length > 0 ? t("notFound.parameters") : t("notFound.text")}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li key={error.parameter}>
              <code>{error.parameter}</code> {error.message && <>({error.message})</>}
            </li>
          ))}
        </ul>
      )}
      <Link href={localHref(locale, "/")} className="button">
        {t("home")}
      </Link>
    </main>
  );
}
