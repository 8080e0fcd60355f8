import "server-only";
import { env } from "@/lib/env";
import { localHref, type Locale } from "@/lib/links";

/** Where readers reach the site, without a slash at the end: NEXTAUTH_URL, else this machine. */
export const siteUrl: string = new URL(env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`).origin;

/** Whole address of a page, in a language. @param href without its language */
export const pageUrl = (locale: Locale, href: string): string => `${siteUrl}${localHref(locale, href)}`;

/** The same page in every language, as search engines read it; French is for anyone else. */
export function languagesOf(href: string): Record<"fr" | "en" | "x-default", string> {
  return { fr: pageUrl("fr", href), en: pageUrl("en", href), "x-default": pageUrl("fr", href) };
}
