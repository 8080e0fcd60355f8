import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SiteHeader } from "@/components/layout/site-header";
import { localHref, type Locale } from "@/lib/links";
import { AccountMenu } from "./account-menu";
import type { AddressError, Missing } from "./context";

type Props = { locale: Locale; errors?: readonly AddressError[]; missing?: Missing | undefined };

const kindOf = (errors: readonly AddressError[]) => (errors.length > 0 ? "parameters" : "page");

/** Title of the not-found page, for the head of the document. */
export async function notFoundTitle(locale: Locale, errors: readonly AddressError[] = []): Promise<string> {
  const t = await getTranslations({ locale, namespace: "errors.notFound" });
  return t(`${kindOf(errors)}.title`);
}

/** The address asks for what is not there; when a parameter is at fault, it is named as it was written. */
export async function NotFound({ locale, errors = [], missing }: Props) {
  const t = await getTranslations({ locale, namespace: "errors" });
  const kind = kindOf(errors);
  return (
    <>
      <SiteHeader
        locale={locale}
        place={null}
        view={{ edition: undefined, basis: "corrected" }}
        account={<AccountMenu locale={locale} />}
      />
      <main id="contenu" tabIndex={-1} className="wrap main">
        <div className="message">
          <h1>{missing?.title ?? t(`notFound.${kind}.title`)}</h1>
          <p>{missing?.text ?? t(`notFound.${kind}.text`, { count: errors.length })}</p>
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
          <p className="message-actions">
            <Link href={missing?.link.href ?? localHref(locale, "/")} className="button">
              {missing?.link.label ?? t("home")}
            </Link>
            <Link href={localHref(locale, "/recherche")} prefetch={false} className="button">
              {t("search")}
            </Link>
          </p>
        </div>
      </main>
    </>
  );
}
