import { getTranslations } from "next-intl/server";
import { listPage } from "@/app/[locale]/_page/edition-page";
import { Territory } from "@/app/[locale]/_page/territory";
import { loadTerritory } from "@/app/[locale]/_page/territory-model";
import { boundAuthorities } from "@/lib/queries/bound-authorities";

/** One région or département; the address sorts and pages its authorities that do not publish yet. */
const { Page, generateMetadata } = listPage(boundAuthorities, {
  path: ({ code }) => `/territoires/${code}`,
  load: ({ page, locale, segments }) => loadTerritory(page, locale, segments.code ?? ""),
  title: async ({ name, kind, code }, { locale }) => {
    const t = await getTranslations({ locale, namespace: "territories.page" });
    return { title: `${name} (${t("kindOf", { kind: t(`kind.${kind}`), code })})`, description: t("closed") };
  },
  render: (model, { page, locale }) => Territory({ model, page, locale }),
});

export { generateMetadata };
export default Page;
