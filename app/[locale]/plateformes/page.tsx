import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Shell } from "@/app/[locale]/_page/shell";
import { listPageContext, type SearchParams } from "@/app/[locale]/_page/context";
import { listProps, type ListPage } from "@/app/[locale]/_page/list-props";
import { ListView } from "@/components/table/list-view";
import type { Locale } from "@/lib/links";
import { platforms } from "@/lib/queries/platforms";

type Props = { params: Promise<{ locale: Locale }>; searchParams: SearchParams };

const PAGE: ListPage = {
  list: platforms,
  path: "/plateformes",
  resource: "platforms",
  defaultColumns: ["name", "type", "region", "collaboration", "technology", "hosted_declared", "url"],
  dimensions: {
    type: "platformType",
    collaboration: "collaboration",
    technology: "technology",
    region: "region",
    bearer: "type",
    theme: "theme",
  },
  typeDimension: "platformType",
  idOf: (row) => row.slug as string,
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "lists.platforms" });
  return { title: t("title"), description: t("intro") };
}

/** The list of platforms: search, filters, sort, page and file are all in the address. */
export default async function PlatformsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "lists.platforms" });
  const page = await listPageContext(platforms, searchParams);
  const props = await listProps(PAGE, locale, page, { title: t("title"), intro: t("intro") });
  return (
    <Shell page={page} locale={locale} path="/plateformes">
      <ListView {...props} />
    </Shell>
  );
}
