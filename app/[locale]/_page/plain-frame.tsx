import "server-only";
import type { ReactNode } from "react";
import { SiteHeader } from "@/components/layout/site-header";
import type { Locale } from "@/lib/links";
import { AccountMenu } from "./account-menu";

type Props = {
  locale: Locale;
  /** Path of the page without its language. */
  path: string;
  search?: string;
  children: ReactNode;
};

/** The frame of a page that shows no edition. */
export function PlainFrame({ locale, path, search = "", children }: Props) {
  return (
    <>
      <SiteHeader
        locale={locale}
        place={{ path, search }}
        view={{ edition: undefined, basis: "corrected" }}
        account={<AccountMenu locale={locale} />}
      />
      <main id="contenu" tabIndex={-1} className="wrap main">
        {children}
      </main>
    </>
  );
}
