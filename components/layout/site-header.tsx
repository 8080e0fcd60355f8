import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Suspense, type ReactNode } from "react";
import { SearchLauncher } from "@/components/search/launcher";
import { searchWords } from "@/components/search/words";
import { localHref, pageHref, type Locale, type View } from "@/lib/links";
import { ProgressLine } from "./progress-line";
import { ThemeSwitch } from "./theme-switch";

/** The pages of the first level that exist, in the order of the navigation. */
const DESTINATIONS = [
  { path: "/", name: "overview" },
  { path: "/organisations", name: "organisations" },
  { path: "/plateformes", name: "platforms" },
  { path: "/territoires", name: "territories" },
  { path: "/indicateurs", name: "indicators" },
] as const;

type Props = {
  locale: Locale;
  /** The page's path without its language, and its query; null where the address leads nowhere. */
  place: { path: string; search: string } | null;
  view: View;
  /** The edition that is searched; without one, the search is a page of its own. */
  edition?: string;
  /** The choice of an edition, on pages that show one. */
  children?: ReactNode;
  /** Signing in, or the menu of who is signed in. */
  account?: ReactNode;
};

/** Name, destinations, edition, language and theme. */
export async function SiteHeader({ locale, place, view, edition, children, account }: Props) {
  const t = await getTranslations({ locale, namespace: "shell" });
  const other = locale === "fr" ? "en" : "fr";
  return (
    <>
      <a href="#contenu" className="skip">
        {t("skip")}
      </a>
      <Suspense>
        <ProgressLine />
      </Suspense>
      <header className="header">
        <div className="wrap">
          <Link href={localHref(locale, pageHref("/", view))} prefetch={false} className="brand">
            {t("name")}
          </Link>
          <nav className="nav" aria-label={t("navigation")}>
            {DESTINATIONS.map(({ path, name }) => (
              <Link
                key={path}
                href={localHref(locale, pageHref(path, view))}
                prefetch={false}
                aria-current={place?.path === path ? "page" : undefined}
              >
                {t(`destinations.${name}`)}
              </Link>
            ))}
          </nav>
          <div className="tools">
            <SearchLauncher locale={locale} view={view} edition={edition} words={await searchWords(locale)} />
            {children}
            {/* A plain link: the whole page changes language, its title and its html tag too. */}
            <a
              href={`${localHref(other, place?.path ?? "/")}${place?.search ?? ""}`}
              hrefLang={other}
              lang={other}
              className="tool"
            >
              <span aria-hidden="true">{other.toUpperCase()}</span>
              <span className="sr-only">{t("otherLanguage")}</span>
            </a>
            <ThemeSwitch
              label={t("theme.label")}
              names={{ system: t("theme.system"), light: t("theme.light"), dark: t("theme.dark") }}
            />
            {account}
          </div>
        </div>
      </header>
    </>
  );
}
