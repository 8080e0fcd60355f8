import "server-only";
import { getTranslations } from "next-intl/server";
import { InsertName } from "@/components/explorer/insert-name";
import type { SqlSource } from "@/lib/api/tables";
import type { Locale } from "@/lib/links";

const KINDS = [
  { kind: "list", title: "lists" },
  { kind: "table", title: "tables" },
  { kind: "relation", title: "relations" },
] as const;

/** A name as SQL writes it: between quotes where it would be read as something else. */
const written = (name: string) =>
  /^[a-z_][a-z0-9_]*$/.test(name) && name !== "column" && name !== "table" ? name : `"${name}"`;

/** Everything that SQL can name, in words; each name is a button that writes it into the query. */
export async function ExplorerSchema({ sources, locale }: { sources: SqlSource[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "explorer" });
  const name = (label: string, insert: string) => (
    <InsertName label={label} insert={insert} verb={t("schema.insert", { name: "" })} />
  );
  return (
    <section className="explorer-schema">
      <h2 id="schema">{t("schema.title")}</h2>
      <p className="muted">{t("schema.intro")}</p>
      {KINDS.map(({ kind, title }) => (
        <div key={kind}>
          <h3>{t(`schema.${title}`)}</h3>
          <p className="muted">{t(`schema.${title}Text`)}</p>
          {sources
            .filter((source) => source.kind === kind)
            .map((source) => (
              <div key={source.name} className="explorer-source">
                {name(source.call, source.call)}
                <p>{source.about[locale]}</p>
                {source.columns.length > 0 && (
                  <details>
                    <summary>{t("schema.columns", { count: source.columns.length })}</summary>
                    <ul>
                      {source.columns.map((column) => (
                        <li key={column.name}>
                          {name(column.name, written(column.name))} <small>{column.type}</small>
                          <p>
                            <strong>{column.label[locale]}</strong>
                            {column.unit && ` (${column.unit[locale]})`}
                            {" · "}
                            {column.definition[locale]}
                          </p>
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </div>
            ))}
        </div>
      ))}
    </section>
  );
}
