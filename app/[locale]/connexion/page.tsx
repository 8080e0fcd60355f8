import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlainFrame } from "@/app/[locale]/_page/plain-frame";
import { SignIn } from "@/app/[locale]/_page/sign-in";
import { returnPath } from "@/lib/auth/return-path";
import { currentUser } from "@/lib/auth/session";
import { localHref, type Locale } from "@/lib/links";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "account" });
  return { title: t("signIn.title"), robots: { index: false, follow: false } };
}

/** Signing in, by password or by the provider; who is signed in already goes where they were heading. */
export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { retour, error } = await searchParams;
  const heading = returnPath([retour].flat()[0], localHref(locale, "/admin"));
  if (await currentUser()) redirect(heading);
  return (
    <PlainFrame locale={locale} path="/connexion">
      <SignIn locale={locale} heading={heading} error={[error].flat()[0]} />
    </PlainFrame>
  );
}
