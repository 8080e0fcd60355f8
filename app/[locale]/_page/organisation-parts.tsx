import "server-only";
import { absentFrom } from "@/lib/editions/absent";
import { getTranslations } from "next-intl/server";
import { PlatformBlock } from "@/components/entity/platform-block";
import { Actions } from "@/components/ui/actions";
import { DataTable } from "@/components/ui/data-table";
import { labelOf } from "@/lib/codes/labels";
import { kindOf } from "@/lib/editions/findings";
import { formatNumber } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import { localHref, organisationHref, pageHref, platformHref, rowsHref } from "@/lib/links";
import type { OrganisationProps } from "./organisation";

/** Where an organisation stands among those of its type, of its size and of its région. */
export async function OrganisationPeers({ card, page, locale }: OrganisationProps) {
  const t = await getTranslations({ locale, namespace: "entities.peers" });
  const { peers, row } = card;
  if (peers.length === 0) return null;
  const number = (value: number | null, digits = 0) =>
    value === null ? null : formatNumber(locale, value, digits);
  return (
    <section className="question">
      <h2>{t("title")}</h2>
      <p className="section-note">{t("note")}</p>
      <DataTable
        caption={t("title")}
        columns={[
          { key: "group", label: t("group"), align: "left" },
          { key: "position", label: termOf("position").label[locale], align: "right" },
          { key: "own", label: t("own"), unit: t("unit"), align: "right" },
          { key: "median", label: t("median"), unit: t("unit"), align: "right" },
          { key: "unknown", label: t("unknown"), align: "right" },
        ]}
        rows={peers.map(({ key, value, actors, known, position, median }) => ({
          key,
          href: localHref(
            locale,
            rowsHref({ list: "organisations", filters: { [key]: [value] } }, page.view),
          ),
          cells: {
            group: labelOf(key === "type" ? "class" : key, value)[locale],
            position: position === null ? null : t("place", { position, known }),
            own: number(row.datasets),
            median: number(median, 1),
            unknown: number(actors - known),
          },
        }))}
      />
    </section>
  );
}

/** The platforms of an organisation and its neighbours there. */
export async function OrganisationPlatforms({ card, page, locale }: OrganisationProps) {
  const t = await getTranslations({ locale, namespace: "entities.platforms" });
  const { published_on } = card;
  const { view } = page;
  return (
    <section className="question">
      <h2>{t("title")}</h2>
      {published_on.length === 0 && (
        <p>
          {t(absentFrom(page.context.edition, "organisations.csv")?.has("platforms") ? "absent" : "none")}
        </p>
      )}
      <div className="platform-blocks">
        {published_on.map(({ name, slug, hosted_declared, hosted_found, neighbours }) => (
          <PlatformBlock
            key={name}
            name={name}
            href={slug && localHref(locale, pageHref(platformHref(slug), view))}
            note={[
              t("found", { count: hosted_found }),
              slug === null
                ? t("notInFile")
                : hosted_declared === null
                  ? t("declaresNothing")
                  : t("declares", { count: hosted_declared }),
            ].join(" ")}
            title={t("neighbours", { shown: neighbours.length, count: Math.max(0, hosted_found - 1) })}
            neighbours={neighbours.map((one, index) => ({
              key: `${one.siren}-${index}`,
              name: one.name,
              href: one.siren && localHref(locale, pageHref(organisationHref(one.siren), view)),
              note: one.datasets === null ? null : t("datasets", { count: one.datasets }),
            }))}
            all={{
              label: t("all"),
              href: localHref(
                locale,
                rowsHref({ list: "organisations", filters: { platform: [name] } }, view),
              ),
            }}
          />
        ))}
      </div>
    </section>
  );
}

/** What the reading of an organisation's row repaired, set aside or doubted. */
export async function OrganisationRemarks({ card, page, locale }: OrganisationProps) {
  const t = await getTranslations({ locale, namespace: "entities.remarks" });
  const { remarks, row } = card;
  const column = (key: string) => ({ key, label: termOf(key).label[locale], align: "left" as const });
  return (
    <section className="question" id="remarques">
      <h2>{t("title")}</h2>
      {remarks.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <DataTable
            caption={t("title")}
            columns={["column", "kind", "value", "corrected", "outcome"].map(column)}
            rows={remarks.map((one, index) => ({
              key: String(index),
              cells: {
                column: one.column ? termOf(one.column).label[locale] : t("row"),
                kind: kindOf(one.kind).label[locale],
                value: one.value,
                corrected: one.corrected,
                outcome: labelOf("outcome", one.outcome)[locale],
              },
            }))}
          />
          <Actions
            label={t("title")}
            actions={[
              {
                label: t("report"),
                href: localHref(locale, pageHref("/donnees/qualite", page.view, { siren: row.siren })),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
