import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Distribution } from "@/lib/api/data-set";
import { sitePages } from "@/lib/api/pages";
import { formatBytes, formatMoment, formatNumber } from "@/lib/format";
import { apiHref, localHref, pageHref } from "@/lib/links";
import type { DataSetProps } from "./data-set";

const LISTS = { organisations: "/organisations", plateformes: "/plateformes" } as const;
/** Pages of the site about the data, shown where the site has them. */
const ABOUT = [
  ["/donnees/qualite", "quality"],
  ["/donnees/comparer", "compare"],
] as const;

/** Each file: what it is, whether it is what was published, and the file itself. */
export async function DataSetFiles({ data, page, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset" });
  const { edition, state } = page.context;
  const verified = !state.refusals.some((refusal) => refusal.edition === edition.id);
  const addressOf = (name: string) => apiHref(edition.id, `files/${name}`, "corrected");
  const facts = ({ file, sent, rows }: Distribution) => {
    const source = edition.manifest.sources.find(({ resource }) => resource === file.resource)?.url;
    return [
      [t("files.rows"), formatNumber(locale, rows)],
      [t("files.columns"), formatNumber(locale, file.headers.length)],
      [t("files.size"), formatBytes(locale, sent.bytes)],
      [t("files.encoding"), file.encoding.toUpperCase()],
      [t("files.delimiter"), t(`files.delimiters.${file.delimiter === ";" ? "semicolon" : "comma"}`)],
      [
        t("files.status"),
        t(verified ? "files.verified" : "files.kept", {
          moment: formatMoment(locale, state.loadedAt.toISOString()),
        }),
      ],
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
      [
        t("files.address"),
        <a key="address" href={addressOf(file.name)} className="link" download>
          {addressOf(file.name)}
        </a>,
      ] as const,
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
              <a href={addressOf(one.file.name)} className="button" download>
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
        {data.distributions.length < 2 && (
          <div className="data-set-file">
            <h3>
              {t("files.plateformes")} <small>plateformes.csv</small>
            </h3>
            <p className="muted">{t("files.absent")}</p>
          </div>
        )}
      </div>
      <ul className="data-set-links">
        {ABOUT.filter(([path]) => sitePages.some((one) => one.path === path)).map(([path, name]) => (
          <li key={path}>
            <Link href={localHref(locale, pageHref(path, page.view))} prefetch={false} className="link">
              {t(`links.${name}`)}
            </Link>
          </li>
        ))}
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
