import "server-only";
import { getTranslations } from "next-intl/server";
import { CopyButton } from "@/components/ui/copy-button";
import type { Locale } from "@/lib/links";

type Sample = { tool: string; code: string };

/** Lines that work as they are, to be copied. */
async function DeveloperSample({ tool, code, locale }: Sample & { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "developers" });
  return (
    <div className="developer-sample">
      <div className="developer-sample-head">
        <h3>{tool}</h3>
        <CopyButton text={code} label={t("copy")} done={t("copied")} />
      </div>
      {/* Lines are broken where they don't fit: nothing of them is out of sight. */}
      <pre className="code" role="region" aria-label={tool}>
        <code>{code}</code>
      </pre>
    </div>
  );
}

/** Ready lines, a tool each. */
export function DeveloperSamples({ samples, locale }: { samples: readonly Sample[]; locale: Locale }) {
  return (
    <div className="developer-samples">
      {samples.map((sample) => (
        <DeveloperSample key={sample.tool} {...sample} locale={locale} />
      ))}
    </div>
  );
}
