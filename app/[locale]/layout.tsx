import type { Metadata, Viewport } from "next";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { fontClasses } from "@/components/layout/font";
import { Theme } from "@/components/layout/theme";
import { LOCALES } from "@/lib/i18n/routing";
import "@/app/globals.css";

type Props = { children: ReactNode; panel: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#16191f" },
  ],
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "shell" });
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("tagline") };
}

/** Language, theme and styles; what depends on the edition is in the pages' shell. */
export default async function LocaleLayout({ children, panel, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(LOCALES, locale)) notFound();
  setRequestLocale(locale);
  return (
    // The theme's class is set by a script before React reads the page.
    <html lang={locale} className={fontClasses} suppressHydrationWarning>
      <body>
        <Theme>
          {children}
          {panel}
        </Theme>
      </body>
    </html>
  );
}
