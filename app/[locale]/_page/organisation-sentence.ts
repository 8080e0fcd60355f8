import "server-only";
import { getTranslations } from "next-intl/server";
import type { OrganisationCard } from "@/lib/api/entities";
import { labelOf } from "@/lib/codes/labels";
import type { Locale } from "@/lib/links";

/** What and where, in brackets: no name of a place takes an article. A région is its own place. */
function description({ row }: OrganisationCard, locale: Locale): string {
  const type = row.type && labelOf("type", row.type)[locale];
  const place =
    row.type === "REG" || row.type === "DEP"
      ? null
      : row.department
        ? labelOf("department", row.department)[locale]
        : row.region && labelOf("region", row.region)[locale];
  return [type && type.charAt(0).toLowerCase() + type.slice(1), place].filter(Boolean).join(", ");
}

/** An organisation in a sentence or two: what it is, what it publishes and where, its rank among those of its type. */
export async function organisationSentence(card: OrganisationCard, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "entities.sentence" });
  const { row, peers } = card;
  const what = description(card, locale);
  const name = what === "" ? row.name : t("named", { name: row.name, what });
  const channel = row.channel ?? "none";
  const published =
    row.datasets === null
      ? t("unknown", { name, channel })
      : t("published", { name, channel, count: row.datasets });
  const among = peers.find(({ key }) => key === "type");
  if (!among || among.position === null || among.known < 2) return published;
  return `${published} ${t("rank", { position: among.position, known: among.known })}`;
}
