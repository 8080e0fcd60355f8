import "server-only";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect, unstable_rethrow } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { AccessRefused } from "@/lib/auth/errors";
import { requireAdmin, requireEditor } from "@/lib/auth/session";
import type { Role, SessionUser } from "@/lib/auth/types";
import { localHref, queryString, type Locale } from "@/lib/links";
import { setPageStatus } from "@/lib/response-status";
import { StoreUnavailable } from "@/lib/store";
import { sectionsFor } from "./admin-sections";
import { Failure } from "./failure";
import { PlainFrame } from "./plain-frame";
import { log, reasonOf } from "@/lib/watch/log";

type SearchParams = Record<string, string | string[] | undefined>;
type Asked = { user: SessionUser; locale: Locale; segments: Record<string, string>; search: SearchParams };
type NextProps = {
  params: Promise<Record<string, string> & { locale: Locale }>;
  searchParams: Promise<SearchParams>;
};

type Options = {
  path: string;
  /** Its own address, where the path is that of its section: whoever signs in comes back to it. */
  address?: (segments: Record<string, string>) => string;
  /** Who may open it; what it shows and does is checked again where it is read and done. */
  role: Role;
  title: (locale: Locale) => Promise<string>;
  render: (asked: Asked) => Promise<ReactNode>;
};

async function AdminNav({ user, locale, path }: { user: SessionUser; locale: Locale; path: string }) {
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <nav className="admin-nav" aria-label={t("sections.label")}>
      {sectionsFor(user.role).map((section) => (
        <Link
          key={section.path}
          href={localHref(locale, section.path)}
          prefetch={false}
          aria-current={section.path === path ? "page" : undefined}
        >
          {t(`sections.${section.name}`)}
        </Link>
      ))}
    </nav>
  );
}

/** Where to sign in, and back. */
export async function signInHref(
  { params, searchParams }: NextProps,
  address: (segments: Record<string, string>) => string,
): Promise<string> {
  const { locale, ...segments } = await params;
  const back = localHref(locale, `${address(segments)}${queryString(await searchParams)}`);
  return localHref(locale, `/connexion${queryString({ retour: back })}`);
}

async function Forbidden({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <div className="message">
      <h1>{t("forbidden.title")}</h1>
      <p>{t("forbidden.text")}</p>
      <Link href={localHref(locale, "/admin")} prefetch={false} className="button">
        {t("forbidden.back")}
      </Link>
    </div>
  );
}

/**
 * A page of the administration: anonymous readers are led to sign in and back, others told what their role lacks, before
 * anything of the page is read. @returns what a `page.tsx` exports: `Page` by default, and `generateMetadata`
 */
export function adminPage({ path, address = () => path, role, title, render }: Options) {
  async function generateMetadata({ params }: NextProps): Promise<Metadata> {
    return { title: await title((await params).locale), robots: { index: false, follow: false } };
  }

  /** What the page shows, or why it shows nothing. */
  async function answer({ params, searchParams }: NextProps) {
    const { locale, ...segments } = await params;
    try {
      const user = await (role === "admin" ? requireAdmin() : requireEditor());
      return { user, content: await render({ user, locale, segments, search: await searchParams }) };
    } catch (cause) {
      unstable_rethrow(cause);
      if (cause instanceof AccessRefused || cause instanceof StoreUnavailable) return cause;
      log.error({ event: "page_failed", page: path, reason: reasonOf(cause) });
      return undefined;
    }
  }

  async function Page(props: NextProps) {
    const { locale } = await props.params;
    setRequestLocale(locale);
    const found = await answer(props);
    if (found === undefined) {
      setPageStatus(500);
      return <Failure />;
    }
    if (found instanceof StoreUnavailable) {
      setPageStatus(503);
      return <Failure reason="store" />;
    }
    if (found instanceof AccessRefused) {
      if (found.status === 401) redirect(await signInHref(props, address));
      setPageStatus(403);
    }
    return (
      <PlainFrame locale={locale} path={path}>
        {found instanceof AccessRefused ? (
          <Forbidden locale={locale} />
        ) : (
          <>
            <AdminNav user={found.user} locale={locale} path={path} />
            {found.content}
          </>
        )}
      </PlainFrame>
    );
  }
  return { Page, generateMetadata };
}
