import "server-only";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DataTable } from "@/components/ui/data-table";
import { parametersOf } from "@/lib/api/openapi/document";
import type { Operation } from "@/lib/api/openapi/operation";
import { OPERATIONS } from "@/lib/api/openapi/operations";
import { env } from "@/lib/env";
import { siteUrl } from "@/lib/api/site-url";
import type { Locale } from "@/lib/links";
import type { PageContext } from "./context";
import { DeveloperMcp } from "./developer-mcp";
import { DeveloperSample } from "./developer-sample";
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

/** A real address of an operation, or null where it needs what only its reader knows. */
function tryHref({ path, parameters }: Operation, edition: string): string | null {
  const given = parameters.filter((parameter) => parameter.in === "path");
  const values = given.map(({ name, example }) => [name, name === "edition" ? edition : example] as const);
  if (values.some(([name, value]) => !value || name === "siren") || path === "/api/oembed") return null;
  const filled = values.reduce((address, [name, value]) => address.replace(`{${name}}`, String(value)), path);
  const asked = parameters.filter((parameter) => parameter.in === "query" && parameter.example);
  return (
    filled + (asked.length > 0 ? `?${asked.map(({ name, example }) => `${name}=${example}`).join("&")}` : "")
  );
}

async function OneOperation({
  operation,
  edition,
  locale,
}: {
  operation: Operation;
  edition: string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "developers" });
  const { id, path, text, media } = operation;
  const parameters = parametersOf(operation).filter(({ name }) => name !== "edition");
  const href = tryHref(operation, edition);
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

/** The documentation of the API, made from the same description that programs read. */
export async function Developers({ page, locale }: { page: PageContext; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "developers" });
  const edition = page.context.edition.id;
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
      {samples.map(({ tool, code }) => (
        <DeveloperSample key={tool} tool={tool} code={code} locale={locale} />
      ))}
      <DeveloperMcp locale={locale} />
      <h2 id="addresses">{t("addresses")}</h2>
      {OPERATIONS.map((operation) => (
        <OneOperation key={operation.id} operation={operation} edition={edition} locale={locale} />
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
