import "server-only";
import { getTranslations } from "next-intl/server";
import { CopyButton } from "@/components/ui/copy-button";
import type { Locale } from "@/lib/links";

/** Lines that work as they are, to be copied. */
export async function DeveloperSample({
  tool,
  code,
  locale,
}: {
  tool: string;
  code: string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "developers" });
  return (
    <div className="developer-sample">
      <h3>{tool}</h3>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="code" tabIndex={0} role="region" aria-label={tool}>
        <code>{code}</code>
      </pre>
      <CopyButton text={code} label={t("copy")} done={t("copied")} />
    </div>
  );
}
