import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { localHref, pageHref, type Locale, type View } from "@/lib/links";
import type { EditionSummary } from "./types";

const PAGES = [
  { path: "/methode", name: "method" },
  { path: "/donnees", name: "data" },
  { path: "/donnees/qualite", name: "quality" },
  { path: "/journal", name: "journal" },
  { path: "/developpeurs", name: "developers" },
  { path: "/explorer", name: "explorer" },
  { path: "/accessibilite", name: "accessibility" },
  { path: "/mentions-legales", name: "legal" },
] as const;

type Props = {
  locale: Locale;
  view: View;
  current: EditionSummary;
  /** What paper says of the page: its whole address, and the day it was printed. */
  printed: { address: string; today: string };
};

/** Where the figures come from, under which licence, and where programs find them. */
export async function SiteFooter({ locale, view, current, printed }: Props) {
  const t = await getTranslations({ locale, namespace: "shell" });
  const { publisher, title, asOf, licence } = current;
  return (
    <footer className="footer">
      <div className="wrap">
        <div>
          <p>
            {t("source", { publisher, title: title[locale], date: asOf })}{" "}
            {licence.url ? (
              <a href={licence.url} rel="license noopener noreferrer">
                {licence.name}
              </a>
            ) : (
              licence.name
            )}
            .
          </p>
          <p>{t("register")}</p>
          <p className="print-only">
            {t("citation", {
              publisher,
              title: title[locale],
              date: asOf,
              licence: licence.name,
              ...printed,
            })}
          </p>
        </div>
        <ul>
          {PAGES.map(({ path, name }) => (
            <li key={path}>
              <Link href={localHref(locale, pageHref(path, view))} prefetch={false}>
                {t(name)}
              </Link>
            </li>
          ))}
          <li>
            {/* An answer of the API is no page of the router. */}
            {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
            <a href="/api/v1/editions">{t("api")}</a>
          </li>
          <li>
            <a href={`/api/v1/editions/${current.id}/indicators`}>{t("indicators")}</a>
          </li>
          <li>
            <Link href={localHref(locale, "/connexion")} prefetch={false} rel="nofollow">
              {t("editors")}
            </Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
