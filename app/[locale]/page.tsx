import { setRequestLocale } from "next-intl/server";
import { pageContext, type SearchParams } from "./_page/context";
import { Overview } from "./_page/overview";
import { Shell } from "./_page/shell";
import type { Locale } from "@/lib/links";

type Props = { params: Promise<{ locale: Locale }>; searchParams: SearchParams };

/** The edition in one page: what it says in a sentence, its headline figures, then the questions of the report. */
export default async function OverviewPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const page = await pageContext(searchParams);
  return (
    <Shell page={page} locale={locale} path="/">
      <Overview page={page} locale={locale} />
    </Shell>
  );
}
