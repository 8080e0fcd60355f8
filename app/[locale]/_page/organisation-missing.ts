import "server-only";
import { getTranslations } from "next-intl/server";
import { organisationCard, type OrganisationCard } from "@/lib/api/entities";
import { labelOf } from "@/lib/codes/labels";
import { SIREN } from "@/lib/codes/siren";
import { formatSiren } from "@/lib/format";
import { localHref, type Locale } from "@/lib/links";
import { boundAuthority } from "@/lib/queries/organisation";
import { PageNotFound, type PageContext } from "./context";
import { territoryHref } from "./territory-drawing";

/**
 * Everything of one organisation.
 * @throws PageNotFound that says it is not in this edition and, when the register knows the SIREN as that of an
 *   authority which the law binds, who it is
 */
export async function organisationOrSay(
  { context, view }: PageContext,
  locale: Locale,
  siren: string,
): Promise<OrganisationCard> {
  if (!SIREN.test(siren)) throw new PageNotFound();
  const card = await organisationCard(context, siren);
  if (card) return card;
  const t = await getTranslations({ locale, namespace: "entities.missing" });
  const [authority] = await boundAuthority.all(context, { siren });
  const edition = context.edition.manifest.title[locale];
  const title = t("title");
  if (!authority)
    throw new PageNotFound([], {
      title,
      text: t("text", { siren: formatSiren(siren), edition }),
      link: { label: t("list"), href: localHref(locale, "/organisations") },
    });
  const territory = authority.department ?? authority.region;
  throw new PageNotFound([], {
    title,
    text: t("bound", {
      siren: formatSiren(siren),
      edition,
      name: authority.name,
      place: labelOf(authority.department ? "department" : "region", territory)[locale],
      type: labelOf("type", authority.type)[locale].toLowerCase(),
    }),
    link: { label: t("territory"), href: territoryHref(locale, territory, view) },
  });
}
