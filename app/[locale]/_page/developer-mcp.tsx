import "server-only";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { TOOLS } from "@/lib/api/mcp/tools";
import { siteUrl } from "@/lib/api/site-url";
import type { Locale } from "@/lib/links";
import { DeveloperSamples } from "./developer-sample";
import { mcpSamplesOf } from "./developer-samples";

/** How an assistant asks the API: address, tools, and what a client is told to reach them. */
export async function DeveloperMcp({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "developers" });
  const address = `${siteUrl}/api/mcp`;
  return (
    <>
      <h2 id="mcp">{t("mcp.title")}</h2>
      <p>{t("mcp.intro")}</p>
      <p>
        <code>{address}</code>
      </p>
      <div className="data-set-wrapped">
        <DataTable
          caption={t("mcp.tools")}
          columns={(["tool", "answer"] as const).map((key) => ({
            key,
            label: t(`mcp.columns.${key}`),
            align: "left",
          }))}
          rows={TOOLS.map(({ name, title }) => ({ key: name, cells: { tool: name, answer: title[locale] } }))}
        />
      </div>
      <DeveloperSamples samples={mcpSamplesOf(address)} locale={locale} />
    </>
  );
}
