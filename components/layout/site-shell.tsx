import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale, View } from "@/lib/links";
import { EditionMenu } from "./edition-menu";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import type { EditionSummary } from "./types";

export type SiteShellProps = {
  locale: Locale;
  /** Path of the page without its language, and its query string as asked. */
  path: string;
  search: string;
  view: View;
  editions: EditionSummary[];
  current: EditionSummary;
  printed: { address: string; today: string };
  children: ReactNode;
  /** What the page lacks for now, in words. */
  notice: string | undefined;
  /** Signing in, or the menu of who is signed in. */
  account: ReactNode;
};

/** Header, demonstration line, content and footer of every page that shows an edition. */
export async function SiteShell(props: SiteShellProps) {
  const { locale, path, search, view, editions, current, printed, children, notice, account } = props;
  const t = await getTranslations({ locale, namespace: "shell" });
  return (
    <>
      <SiteHeader locale={locale} place={{ path, search }} view={view} edition={current.id} account={account}>
        <EditionMenu locale={locale} path={path} search={search} editions={editions} current={current} />
      </SiteHeader>
      {current.kind === "demo" && (
        <aside className="demo-line" aria-label={current.title[locale]}>
          <p className="wrap">{t("demo")}</p>
        </aside>
      )}
      {notice && (
        <div className="demo-line" role="status">
          <p className="wrap">{notice}</p>
        </div>
      )}
      <main id="contenu" tabIndex={-1} className="wrap main">
        {children}
      </main>
      <SiteFooter locale={locale} view={view} current={current} printed={printed} />
    </>
  );
}
