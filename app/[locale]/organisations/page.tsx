import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Shell } from "@/app/[locale]/_page/shell";
import { listPageContext, type SearchParams } from "@/app/[locale]/_page/context";
import { listProps, type ListPage } from "@/app/[locale]/_page/list-props";
import { ListView } from "@/components/table/list-view";
import type { Locale } from "@/lib/links";
import { organisations } from "@/lib/queries/organisations";

type Props = { params: Promise<{ locale: Locale }>; searchParams: SearchParams };

const PAGE: ListPage = {
  list: organisations,
  path: "/organisations",
  resource: "organisations",
  defaultColumns: ["name", "type", "department", "population", "datasets", "channel", "technologies"],
  dimensions: {
    type: "type",
    category: "category",
    region: "region",
    department: "department",
    technology: "technology",
    theme: "theme",
    channel: "channel",
    size: "size",
    datasets: "datasets",
  },
  typeDimension: "type",
  idOf: (row) => row.siren as string | null,
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "lists.organisations" });
  return { title: t("title"), description: t("intro") };
}

/** The list of organisations: search, filters, sort, page and file are all in the address. */
export default async function OrganisationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "lists.organisations" });
  const page = await listPageContext(organisations, searchParams);
  const props = await listProps(PAGE, locale, page, { title: t("title"), intro: t("intro") });
  return (
    <Shell page={page} locale={locale} path="/organisations">
      <ListView {...props} />
    </Shell>
  );
}
