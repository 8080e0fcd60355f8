import "server-only";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DataTable } from "@/components/ui/data-table";
import { parametersOf } from "@/lib/api/openapi/document";
import type { Operation } from "@/lib/api/openapi/operation";
import { OPERATIONS } from "@/lib/api/openapi/operations";
import type { Parameter } from "@/lib/api/openapi/parameters";
import { env } from "@/lib/env";
import { siteUrl } from "@/lib/api/site-url";
import { queryString, type Locale } from "@/lib/links";
import { organisations } from "@/lib/queries/organisations";
import { platforms } from "@/lib/queries/platforms";
import type { PageContext } from "./context";
import { DeveloperMcp } from "./developer-mcp";
import { DeveloperSamples } from "./developer-sample";
import { samplesOf } from "./developer-samples";

/** Values that an address can hold, as its schema says; long lists are cut, and said to be. */
function valuesOf(schema: object, more: (count: number) => string): string {
  const { items, enum: values, pattern, minimum, maximum, type, ...rest } = schema as Record<string, unknown>;
  if (items) return valuesOf(items as object, more);
  if (Array.isArray(values)) {
    const shown = values.slice(0, 8).map(String).join(", ");
    return values.length > 8 ? `${shown} ${more(values.length - 8)}` : shown;
  }
  if (Array.isArray(rest.anyOf)) return (rest.anyOf as object[]).map((one) => valuesOf(one, more)).join(", ");
  if (pattern) return String(pattern);
  if (minimum !== undefined)
    return maximum === undefined ? `≥ ${String(minimum)}` : `${String(minimum)}–${String(maximum)}`;
  return typeof type === "string" ? type : "";
}

/** Values of parameters that are there in this edition. */
type Examples = Readonly<Record<string, string | undefined>>;

/** A real address of an operation, or null where this edition has nothing to put into it. */
function tryHref({ path, parameters }: Operation, examples: Examples): string | null {
  const valueOf = ({ name, example }: Parameter) => examples[name] ?? example;
  const given = parameters.filter((parameter) => parameter.in === "path");
  if (given.some((parameter) => !valueOf(parameter))) return null;
  const filled = given.reduce(
    (address, parameter) => address.replace(`{${parameter.name}}`, String(valueOf(parameter))),
    path,
  );
  const asked = parameters.filter(
    ({ in: place, name, example }) => place === "query" && (example || name === "url"),
  );
  return filled + queryString(Object.fromEntries(asked.map((one) => [one.name, valueOf(one)])));
}

/** What can be asked of an edition by itself: its first organisation and platform, a page to be embedded. */
async function examplesOf({ context }: PageContext): Promise<Examples> {
  const first = { filters: {}, q: null, sort: [] };
  const [{ rows: organisation }, { rows: platform }] = await Promise.all([
    organisations.page(context, first, 1, 1),
    platforms.page(context, first, 1, 1),
  ]);
  return {
    edition: context.edition.id,
    siren: organisation[0]?.siren ?? undefined,
    slug: platform[0]?.slug,
    url: `${siteUrl}/indicateurs/opening-rate`,
  };
}

async function OneOperation({
  operation,
  examples,
  locale,
}: {
  operation: Operation;
  examples: Examples;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "developers" });
  const { id, path, text, media } = operation;
  const parameters = parametersOf(operation).filter(({ name }) => name !== "edition");
  const href = tryHref(operation, examples);
  return (
    <section className="developer-operation">
      <h3 id={id}>
        <code>GET {path}</code>
      </h3>
      <p>{text[locale]}</p>
      {parameters.length > 0 && (
        <details>
          <summary>{t("parameters", { count: parameters.length })}</summary>
          <div className="data-set-wrapped">
            <DataTable
              caption={t("parametersOf", { path })}
              columns={(["name", "text", "values"] as const).map((key) => ({
                key,
                label: t(`columns.${key}`),
                align: "left",
              }))}
              rows={parameters.map(({ name, text: said, schema, several }) => ({
                key: name,
                cells: {
                  name,
                  text: several ? `${said[locale]} ${t("several")}` : said[locale],
                  values: valuesOf(schema, (count) => t("more", { count })),
                },
              }))}
            />
          </div>
        </details>
      )}
      <p className="muted">
        {t("formats")}{" "}
        {media
          .map((type) => <code key={type}>{type}</code>)
          .reduce<ReactNode[]>((all, one, at) => (at === 0 ? [one] : [...all, ", ", one]), [])}
      </p>
      {href && (
        <p>
          <a href={href} className="link">
            {t("try")} <code>{href}</code>
          </a>
        </p>
      )}
    </section>
  );
}

const SECTIONS = [
  ["rules", "rulesTitle"],
  ["samples", "samples"],
  ["mcp", "mcp.title"],
  ["addresses", "addresses"],
  ["doors", "doors"],
] as const;

/** The documentation of the API, made from the same description that programs read. */
export async function Developers({ page, locale }: { page: PageContext; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "developers" });
  const edition = page.context.edition.id;
  const examples = await examplesOf(page);
  const api = `${siteUrl}/api/v1/editions/${edition}`;
  const samples = samplesOf(
    `${api}/organisations?region=BRE-53&format=csv`,
    `${api}/organisations?region=BRE-53`,
  );
  const doors = [
    "/api/openapi.json",
    "/llms.txt",
    "/index.md",
    `/api/v1/editions/${edition}/dcat.ttl`,
    "/journal.atom",
    "/journal.json",
    `/api/v1/editions/${edition}/indicators/opening-rate/chart.svg`,
  ];
  const rules = [
    "edition",
    "identifiers",
    "unknown",
    "files",
    "errors",
    "caching",
    "limits",
    "versions",
    "licence",
  ] as const;
  return (
    <div className="prose developers">
      <Breadcrumb locale={locale} view={page.view} trail={[]} here={t("title")} />
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <nav aria-label={t("contents")} className="contents" data-unread>
        <ul>
          {SECTIONS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`} className="link">
                {t(title)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 id="rules">{t("rulesTitle")}</h2>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>
            {t.rich(`rules.${rule}`, { code: (text) => <code>{text}</code>, limit: env.API_PER_MINUTE })}
          </li>
        ))}
      </ul>
      <h2 id="samples">{t("samples")}</h2>
      <p>{t("samplesIntro")}</p>
      <DeveloperSamples samples={samples} locale={locale} />
      <DeveloperMcp locale={locale} />
      <h2 id="addresses">{t("addresses")}</h2>
      {OPERATIONS.map((operation) => (
        <OneOperation key={operation.id} operation={operation} examples={examples} locale={locale} />
      ))}
      <h2 id="doors">{t("doors")}</h2>
      <p>{t("doorsIntro")}</p>
      <ul>
        {doors.map((href) => (
          <li key={href}>
            <a href={href} className="link">
              <code>{href}</code>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
