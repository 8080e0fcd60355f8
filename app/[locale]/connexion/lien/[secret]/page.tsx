import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AcceptLink } from "@/app/[locale]/_page/accept-link";
import { NotFound } from "@/app/[locale]/_page/not-found";
import { PlainFrame } from "@/app/[locale]/_page/plain-frame";
import { openLink } from "@/lib/auth/links";
import { localHref, type Locale } from "@/lib/links";
import { setPageStatus } from "@/lib/response-status";

type Props = { params: Promise<{ locale: Locale; secret: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "account" });
  return { title: t("link.page"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** A one-time link: the first account, an invitation, a new password. Looking at it does not use it. */
export default async function LinkPage({ params }: Props) {
  const { locale, secret } = await params;
  setRequestLocale(locale);
  const link = await openLink(secret);
  if (!link) {
    setPageStatus(404);
    const t = await getTranslations({ locale, namespace: "account" });
    return (
      <NotFound
        locale={locale}
        missing={{
          title: t("link.used"),
          text: t("answers.link-used"),
          link: { href: localHref(locale, "/connexion"), label: t("signIn.submit") },
        }}
      />
    );
  }
  return (
    <PlainFrame locale={locale} path={`/connexion/lien/${secret}`}>
      <AcceptLink
        locale={locale}
        secret={secret}
        purpose={link.purpose}
        email={link.user?.email}
        name={link.user?.display_name}
      />
    </PlainFrame>
  );
}
