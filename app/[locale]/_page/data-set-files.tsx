import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { tableModel } from "@/components/table/model";
import { DataTable, type DataRow } from "@/components/ui/data-table";
import { apiHref, localHref, organisationHref, pageHref, type Locale } from "@/lib/links";
import type { CellType } from "@/lib/editions/column-types";
import type { Distribution, SchemaColumn } from "@/lib/api/data-set";
import { formatBytes, formatNumber, formatPercent } from "@/lib/format";
import { hasTerm, termOf } from "@/lib/glossary";
import type { DataSetProps } from "./data-set";

const LISTS = { organisations: "/organisations", plateformes: "/plateformes" } as const;
const SAMPLE = [
  "name",
  "siren",
  "type",
  "region",
  "department",
  "channel",
  "population",
  "technologies",
  "themes",
];

/** Each file: what it is, whether it is what was published, and the file itself. */
export async function DataSetFiles({ data, page, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset" });
  const { edition, state } = page.context;
  const verified = !state.refusals.some((refusal) => refusal.edition === edition.id);
  const facts = ({ file, sent, rows }: Distribution) => {
    const source = edition.manifest.sources.find(({ resource }) => resource === file.resource)?.url;
    return [
      [t("files.rows"), formatNumber(locale, rows)],
      [t("files.size"), formatBytes(locale, sent.bytes)],
      [t("files.encoding"), file.encoding.toUpperCase()],
      [t("files.delimiter"), t(`files.delimiters.${file.delimiter === ";" ? "semicolon" : "comma"}`)],
      [t("files.status"), t(verified ? "files.verified" : "files.kept")],
      ...(source
        ? [
            [
              t("files.source"),
              <a key="source" href={source} rel="noopener" className="link">
                {source}
              </a>,
            ] as const,
          ]
        : []),
      [t("files.hash"), <code key="hash">{file.sha256}</code>],
      ...(sent.emptied > 0 ? [[t("files.sentHash"), <code key="sent">{sent.sha256}</code>] as const] : []),
    ] as const;
  };
  return (
    <>
      <div className="data-set-files">
        {data.distributions.map((one) => (
          <div key={one.file.name} className="data-set-file">
            <h3>
              {t(`files.${one.file.resource}`)} <small>{one.file.name}</small>
            </h3>
            <dl>
              {facts(one).map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <p className="muted">
              {one.sent.emptied > 0 ? t("files.emptied", { count: one.sent.emptied }) : t("files.whole")}
            </p>
            <p className="data-set-actions">
              <a
                href={apiHref(edition.id, `files/${one.file.name}`, "corrected")}
                className="button"
                download
              >
                {t("files.download", { name: one.file.name })}
              </a>
              <Link
                href={localHref(locale, pageHref(LISTS[one.file.resource], page.view))}
                prefetch={false}
                className="link"
              >
                {t("files.list")}
              </Link>
            </p>
          </div>
        ))}
      </div>
      {data.distributions.length < 2 && <p className="muted">{t("files.absent")}</p>}
      <ul className="data-set-links">
        <li>
          {t("links.metadata")}{" "}
          <a href={`/api/v1/editions/${edition.id}/dcat.ttl`} className="link">
            Turtle
          </a>{" "}
          <a href={`/api/v1/editions/${edition.id}/dcat.jsonld`} className="link">
            JSON-LD
          </a>
        </li>
        <li>
          <a href={`/api/v1/editions/${edition.id}`} className="link">
            {t("links.api")}
          </a>
        </li>
      </ul>
    </>
  );
}

/** Types whose values come back from row to row, and those whose order means something. */
const REPEATED: ReadonlySet<CellType> = new Set(["text", "code", "list"]);
const ORDERED: ReadonlySet<CellType> = new Set(["integer", "decimal", "date"]);

/** The values met most, with their counts; null where none is met twice. */
function topOf(facts: NonNullable<SchemaColumn["facts"]>, locale: Locale): string | null {
  const { top_values: values, top_counts: counts } = facts;
  if ((counts[0] ?? 0) < 2) return null;
  return values.map((value, at) => `${value} (${formatNumber(locale, counts[at] ?? 0)})`).join(" · ");
}

async function schemaRows(schema: readonly SchemaColumn[], locale: Locale): Promise<DataRow[]> {
  const t = await getTranslations({ locale, namespace: "dataset.schema" });
  return schema.map(({ header, name, type, facts }, index) => ({
    key: String(index),
    cells: {
      header,
      name,
      type: type && t(`types.${type}`),
      description: name && hasTerm(name) ? termOf(name).definition[locale] : t("unread"),
      filled_share: name === null ? null : formatPercent(locale, facts?.filled_share ?? 0),
      unusable: name === null ? null : formatNumber(locale, facts?.unusable ?? 0),
      distinct_values: name === null ? null : formatNumber(locale, facts?.distinct_values ?? 0),
      top_values: type && facts && REPEATED.has(type) ? topOf(facts, locale) : null,
      minimum: (type && ORDERED.has(type) && facts?.minimum) || null,
      maximum: (type && ORDERED.has(type) && facts?.maximum) || null,
    },
  }));
}

/** What each column of each file means and holds. */
export async function DataSetSchema({ data, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset.schema" });
  const left = ["header", "name", "type", "description"] as const;
  const term = (key: string, align: "left" | "right") => ({ key, label: termOf(key).label[locale], align });
  const columns = [
    ...left.map((key) => ({ key, label: t(key), align: "left" as const })),
    ...["filled_share", "unusable", "distinct_values"].map((key) => term(key, "right")),
    ...["top_values", "minimum", "maximum"].map((key) => term(key, "left")),
  ];
  return (
    <>
      <p className="section-note">{t("intro")}</p>
      {await Promise.all(
        data.distributions.map(async ({ file, schema }) => (
          <div key={file.name} className="data-set-schema">
            <h3>{t("of", { name: file.name })}</h3>
            <DataTable
              caption={t("of", { name: file.name })}
              columns={columns}
              rows={await schemaRows(schema, locale)}
            />
          </div>
        )),
      )}
    </>
  );
}

/** Five rows, to see what one looks like. */
export async function DataSetSample({ data, page, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset.sample" });
  const { columns, rows } = tableModel({
    ...{ locale, columns: SAMPLE, sortable: [], sort: [], rows: data.records, typeDimension: "type" },
    rowId: (_, index) => String(index),
    sortHref: () => "",
  });
  return (
    <>
      <p className="section-note">{t("intro")}</p>
      <DataTable
        caption={t("caption")}
        columns={columns.map(({ key, label, unit, align }) => ({ key, label, align, ...(unit && { unit }) }))}
        rows={rows.map(({ cells }, index) => {
          const siren = data.records[index]?.siren;
          return {
            key: String(index),
            href: siren ? localHref(locale, pageHref(organisationHref(siren), page.view)) : null,
            cells: Object.fromEntries(SAMPLE.map((key) => [key, cells[key]?.text ?? null])),
          };
        })}
      />
    </>
  );
}
