import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { localHref, pageHref, type Locale, type View } from "@/lib/links";
import { ThemeSwitch } from "./theme-switch";
import type { EditionSummary } from "./types";

const DESTINATIONS = [
  { path: "/", name: "overview" },
  { path: "/organisations", name: "organisations" },
  { path: "/plateformes", name: "platforms" },
] as const;

export type SiteShellProps = {
  locale: Locale;
  /** Path of the page without its language, and its query string as asked. */
  path: string;
  search: string;
  view: View;
  editions: EditionSummary[];
  current: EditionSummary;
  children: ReactNode;
};

/** Header, demonstration line, content and footer of every page that shows an edition. */
export async function SiteShell({ locale, path, search, view, editions, current, children }: SiteShellProps) {
  const t = await getTranslations({ locale, namespace: "shell" });
  const other = locale === "fr" ? "en" : "fr";
  const to = (href: string) => localHref(locale, href);
  return (
    <>
      <a href="#contenu" className="skip">
        {t("skip")}
      </a>
      <header className="header">
        <div className="wrap">
          <Link href={to(pageHref("/", view))} prefetch={false} className="brand">
            {t("name")}
          </Link>
          <nav className="nav" aria-label={t("navigation")}>
            {DESTINATIONS.map(({ path: target, name }) => (
              <Link
                key={target}
                href={to(pageHref(target, view))}
                prefetch={false}
                aria-current={path === target ? "page" : undefined}
              >
                {t(`destinations.${name}`)}
              </Link>
            ))}
          </nav>
          <div className="tools">
            <details className="menu">
              <summary className="tool">
                {current.id} <span aria-hidden="true">▾</span>
                <span className="sr-only">{t("editionOf", { title: current.title[locale] })}</span>
              </summary>
              <ul>
                {editions.map((edition) => (
                  <li key={edition.id}>
                    <Link
                      href={to(pageHref(path, { ...view, edition: edition.id }))}
                      prefetch={false}
                      aria-current={edition.id === current.id ? "true" : undefined}
                    >
                      {edition.title[locale]}
                      <small>{t("asOf", { date: edition.asOf })}</small>
                    </Link>
                  </li>
                ))}
              </ul>
            </details>
            {/* A plain link: the whole page changes language, its title and its html tag too. */}
            <a href={`${localHref(other, path)}${search}`} hrefLang={other} lang={other} className="tool">
              <span aria-hidden="true">{other.toUpperCase()}</span>
              <span className="sr-only">{t("otherLanguage")}</span>
            </a>
            <ThemeSwitch
              label={t("theme.label")}
              names={{ system: t("theme.system"), light: t("theme.light"), dark: t("theme.dark") }}
            />
          </div>
        </div>
      </header>
      {current.kind === "demo" && (
        <div className="demo-line" role="note">
          <p className="wrap">{t("demo")}</p>
        </div>
      )}
      <main id="contenu" tabIndex={-1} className="wrap main">
        {children}
      </main>
      <footer className="footer">
        <div className="wrap">
          <div>
            <p>
              {t("source", {
                publisher: current.publisher,
                title: current.title[locale],
                date: current.asOf,
              })}{" "}
              {current.licence.url ? (
                <a href={current.licence.url} rel="license noopener noreferrer">
                  {current.licence.name}
                </a>
              ) : (
                current.licence.name
              )}
              .
            </p>
            <p>{t("register")}</p>
          </div>
          <ul>
            <li>
              {/* An answer of the API, not a page: the router must not fetch it. */}
              {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
              <a href="/api/v1/editions">{t("api")}</a>
            </li>
            <li>
              <a href={`/api/v1/editions/${current.id}/indicators`}>{t("indicators")}</a>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}
