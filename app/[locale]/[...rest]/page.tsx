import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { NotFound, notFoundTitle } from "@/app/[locale]/_page/not-found";
import type { Locale } from "@/lib/links";
import { setPageStatus } from "@/lib/response-status";

type Props = { params: Promise<{ locale: Locale }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await notFoundTitle((await params).locale) };
}

/** Any other address of the site: not found, in the reader's language. */
export default async function Unknown({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  setPageStatus(404);
  return <NotFound locale={locale} />;
}
