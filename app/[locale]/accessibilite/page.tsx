import { getTranslations } from "next-intl/server";
import { editionPage } from "@/app/[locale]/_page/edition-page";

const TESTED = ["axe", "keyboard", "script", "zoom", "charts", "keys"] as const;
const NOT_TESTED = ["audit", "readers", "files"] as const;
const DEFENDER = "https://www.defenseurdesdroits.fr/";

/** What was checked of the site's accessibility, and what was not. */
const { Page, generateMetadata } = editionPage({
  path: () => "/accessibilite",
  load: ({ locale }) => getTranslations({ locale, namespace: "accessibility" }),
  title: (t) => ({ title: t("title"), description: t("intro") }),
  render: (t) => (
    <article className="prose">
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <h2>{t("tested")}</h2>
      <ul>
        {TESTED.map((item) => (
          <li key={item}>{t(`testedItems.${item}`)}</li>
        ))}
      </ul>
      <h2>{t("notTested")}</h2>
      <ul>
        {NOT_TESTED.map((item) => (
          <li key={item}>{t(`notTestedItems.${item}`)}</li>
        ))}
      </ul>
      <h2>{t("report")}</h2>
      <p>
        {t.rich("reportText", {
          link: (words) => (
            <a href={DEFENDER} rel="noopener" className="link">
              {words}
            </a>
          ),
        })}
      </p>
    </article>
  ),
});

export { generateMetadata };
export default Page;
