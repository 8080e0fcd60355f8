import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { tableModel } from "@/components/table/model";
import { DataTable } from "@/components/ui/data-table";
import { organisationCard, type OrganisationCard } from "@/lib/api/entities";
import { labelOf } from "@/lib/codes/labels";
import { SIREN } from "@/lib/codes/siren";
import { formatNumber } from "@/lib/format";
import { apiHref, localHref, organisationHref, pageHref, type Locale } from "@/lib/links";
import { organisations } from "@/lib/queries/organisations";
import { refuse, type PageContext } from "./context";

const PATH = "/organisations/comparer";
const MOST = 4;
/** Organisations proposed for words typed. */
const PROPOSED = 12;
const FACTS = [
  ...["type", "region", "department", "population", "channel", "datasets"],
  ...["local_datasets", "datagouv_datasets", "platforms", "technologies", "themes"],
];

export type Compared = {
  cards: OrganisationCard[];
  /** SIREN that the edition does not have. */
  unknown: string[];
  q: string;
  /** What may be added, for the words typed. */
  proposed: { siren: string; name: string; type: string | null; department: string | null }[];
};

/** The organisations named in the address, in its order, and those its words find. */
export async function comparedOrganisations({ context, params }: PageContext): Promise<Compared> {
  const asked = [
    ...new Set(
      params
        .getAll("siren")
        .flatMap((value) => value.split(","))
        .filter(Boolean),
    ),
  ];
  if (asked.length > MOST || asked.some((siren) => !SIREN.test(siren))) refuse(["siren"], params);
  const q = (params.get("q") ?? "").trim().slice(0, 200);
  const found = await Promise.all(asked.map((siren) => organisationCard(context, siren)));
  const matching = q
    ? (await organisations.page(context, { filters: {}, q, sort: ["name"] }, 1, PROPOSED)).rows
    : [];
  return {
    cards: found.filter((card) => card !== null),
    unknown: asked.filter((_, index) => found[index] === null),
    q,
    proposed: matching.flatMap(({ siren, name, type, department }) =>
      siren === null || asked.includes(siren) ? [] : [{ siren, name, type, department }],
    ),
  };
}

/** Each fact of each organisation, a row a fact; and its place among its peers. */
async function comparisonTable({ cards }: Compared, page: PageContext, locale: Locale) {
  const t = await getTranslations({ locale, namespace: "comparison.organisations" });
  const { columns, rows } = tableModel({
    ...{
      locale,
      columns: FACTS,
      sortable: [],
      sort: [],
      rows: cards.map(({ row }) => row),
      typeDimension: "type",
    },
    rowId: (_, index) => String(index),
    sortHref: () => "",
  });
  const ranks = ["type", "size", "region"].flatMap((group) => {
    const cells = Object.fromEntries(
      cards.flatMap(({ peers }, index) => {
        const peer = peers.find((one) => one.key === group);
        return peer && peer.position !== null
          ? [
              [
                String(index),
                t("place", { position: peer.position, known: formatNumber(locale, peer.known) }),
              ],
            ]
          : [];
      }),
    );
    return Object.keys(cells).length > 0
      ? [{ key: `rank-${group}`, cells: { fact: t(`rank.${group}`), ...cells } }]
      : [];
  });
  return {
    columns: [
      { key: "fact", label: t("fact"), align: "left" as const },
      ...cards.map(({ row }, index) => ({ key: String(index), label: row.name, align: "left" as const })),
    ],
    rows: [
      ...columns.map(({ key, label, unit }) => ({
        key,
        cells: {
          fact: unit && !label.toLowerCase().includes(unit) ? `${label} (${unit})` : label,
          ...Object.fromEntries(rows.map(({ cells }, index) => [String(index), cells[key]?.text ?? null])),
        },
      })),
      ...ranks,
    ],
  };
}

/** Who is compared, how to add or take one away, and the comparison. */
export async function OrganisationComparison({
  compared,
  page,
  locale,
}: {
  compared: Compared;
  page: PageContext;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "comparison.organisations" });
  const { cards, unknown, q, proposed } = compared;
  const { context, view } = page;
  const sirens = cards.flatMap(({ row }) => (row.siren === null ? [] : [row.siren]));
  const href = (siren: readonly string[]) => localHref(locale, pageHref(PATH, view, { siren }));
  return (
    <>
      <Breadcrumb
        locale={locale}
        view={view}
        trail={[{ path: "/organisations", label: t("organisations") }]}
        here={t("title")}
      />
      <h1>{t("title")}</h1>
      <p className="lead">{t("intro")}</p>
      {unknown.length > 0 && (
        <p role="alert" className="comparison-note">
          {t("unknown", { count: unknown.length, list: unknown.join(", "), edition: context.edition.id })}
        </p>
      )}
      {cards.length > 0 && (
        <ul className="chips" aria-label={t("chosen")}>
          {cards.map(({ row }) => (
            <li key={row.siren}>
              <Link
                className="chip"
                prefetch={false}
                href={href(sirens.filter((siren) => siren !== row.siren))}
              >
                {row.name} <span aria-hidden="true">×</span>
                <span className="sr-only">{t("remove")}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {sirens.length < MOST ? (
        <form action={localHref(locale, PATH)} className="comparison-add" data-unread>
          <label htmlFor="comparer-q">{t("add", { left: MOST - sirens.length })}</label>
          <div>
            <input id="comparer-q" name="q" type="search" defaultValue={q} />
            {sirens.length > 0 && <input type="hidden" name="siren" value={sirens.join(",")} />}
            {view.edition && <input type="hidden" name="edition" value={view.edition} />}
            {view.basis !== "corrected" && <input type="hidden" name="basis" value={view.basis} />}
            <button type="submit" className="button">
              {t("search")}
            </button>
          </div>
        </form>
      ) : (
        <p className="section-note">{t("full")}</p>
      )}
      {q !== "" && sirens.length < MOST && (
        <>
          <p role="status">{t("found", { count: proposed.length, q })}</p>
          <ul className="comparison-found">
            {proposed.map(({ siren, name, type, department }) => (
              <li key={siren}>
                <Link className="link" prefetch={false} href={href([...sirens, siren])}>
                  {name}
                </Link>{" "}
                <small>
                  {[
                    type && labelOf("type", type)[locale],
                    department && labelOf("department", department)[locale],
                  ]
                    .filter(Boolean)
                    .join(", ")}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      {cards.length > 0 && (
        <section className="question comparison-table">
          <h2>{t("table")}</h2>
          <DataTable caption={t("table")} {...await comparisonTable(compared, page, locale)} />
          <p className="section-note">{t("rankNote")}</p>
          <p className="data-set-actions">
            {cards.map(({ row }) => (
              <Link
                key={row.siren}
                className="link"
                prefetch={false}
                href={localHref(locale, pageHref(organisationHref(row.siren ?? ""), view))}
              >
                {t("page", { name: row.name })}
              </Link>
            ))}
            <a
              className="button"
              href={apiHref(context.edition.id, "organisations", context.basis, {
                siren: sirens,
                format: "csv",
              })}
            >
              {t("download")}
            </a>
          </p>
        </section>
      )}
    </>
  );
}
