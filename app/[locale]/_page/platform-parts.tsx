import "server-only";
import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { DataTable } from "@/components/ui/data-table";
import { labelOf } from "@/lib/codes/labels";
import { formatNumber, formatSiren } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import { localHref, organisationHref, pageHref, platformHref, rowsHref, type Locale } from "@/lib/links";
import type { PlatformProps } from "./platform";

const number = (locale: Locale, value: number | null) =>
  value === null ? null : formatNumber(locale, value);
const heads = (locale: Locale, keys: readonly string[], numeric: string) =>
  keys.map((key) => {
    const { label, unit } = termOf(key);
    const align = key === numeric ? ("right" as const) : ("left" as const);
    return { key, label: label[locale], align, ...(key === numeric && unit && { unit: unit[locale] }) };
  });

/** The organisations of a platform, by its row and by theirs, with what differs. */
export async function HostedOrganisations({ card, page, locale }: PlatformProps) {
  const t = await getTranslations({ locale, namespace: "entities.hosted" });
  const { hosted, row } = card;
  const count = (keep: (one: (typeof hosted)[number]) => boolean) => hosted.filter(keep).length;
  return (
    <section className="question">
      <h2>{t("title")}</h2>
      <p>
        {row.hosted_declared === null ? t("declaresNothing") : t("declares", { count: row.hosted_declared })}{" "}
        {t("counts", {
          listed: count(({ listed }) => listed),
          naming: count(({ names_it }) => names_it === true),
          both: count(({ listed, names_it }) => listed && names_it === true),
        })}
      </p>
      <p className="section-note">{t("why")}</p>
      {hosted.length > 0 && (
        <DataTable
          caption={t("title")}
          columns={heads(locale, ["name", "type", "listed", "names_it", "datasets"], "datasets")}
          rows={hosted.map(({ siren, name, type, datasets, listed, names_it }, index) => ({
            key: `${siren}-${index}`,
            href:
              siren && names_it !== null
                ? localHref(locale, pageHref(organisationHref(siren), page.view))
                : null,
            cells: {
              name: name ?? t("absent", { siren: formatSiren(siren ?? "") }),
              type: type && labelOf("type", type)[locale],
              listed: t(listed ? "yes" : "no"),
              names_it: names_it === null ? null : t(names_it ? "yes" : "no"),
              datasets: number(locale, datasets),
            },
          }))}
        />
      )}
    </section>
  );
}

/** Other platforms that run on the same technology, those that declare most organisations first. */
export async function TechnologyPeers({ card, page, locale }: PlatformProps) {
  const { row, technology_peers } = card;
  if (row.technology === null || technology_peers.rows.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "entities.technology" });
  const title = t("title", { technology: row.technology });
  const filters = { technology: [row.technology] };
  return (
    <section className="question">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        columns={heads(locale, ["name", "region", "hosted_declared"], "hosted_declared")}
        rows={technology_peers.rows.map(({ slug, name, region, hosted_declared }) => ({
          key: slug,
          href: localHref(locale, pageHref(platformHref(slug), page.view)),
          cells: {
            name,
            region: region && labelOf("region", region)[locale],
            hosted_declared: number(locale, hosted_declared),
          },
        }))}
      />
      <Actions
        label={title}
        actions={[
          {
            label: t("all", { count: technology_peers.total + 1 }),
            href: localHref(locale, rowsHref({ list: "platforms", filters }, page.view)),
          },
        ]}
      />
    </section>
  );
}
