import "server-only";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/links";
import { defaultBySetting, type EditionEntry } from "@/lib/publication/overview";

type Search = Record<string, string | string[] | undefined>;
const DONE = ["published", "discarded", "restored", "withdrawn"] as const;

/** What was just done. */
export async function EditionsDone({ search, locale }: { search: Search; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "editions.done" });
  const done = DONE.find((code) => code === search.fait);
  const edition = typeof search.edition === "string" ? search.edition : "";
  return <div role="status">{done && <p className="form-done">{t(done, { edition })}</p>}</div>;
}

type Settings = { entries: readonly EditionEntry[]; writable: boolean; locale: Locale };

/** The edition shown when none is named, and whether the folder can be written. */
export async function EditionsSettings({ entries, writable, locale }: Settings) {
  const t = await getTranslations({ locale, namespace: "editions.settings" });
  const set = defaultBySetting();
  const first = entries.find(({ served }) => served?.isDefault);
  const title = first?.served?.manifest.title[locale] ?? "";
  return (
    <div className="editions-settings">
      {first && (
        <p>
          {t(set === first.id ? "bySetting" : "newest", { title, id: first.id })}
          {set !== undefined && set !== first.id && ` ${t("notServed", { id: set })}`}
        </p>
      )}
      {!writable && <p className="form-error">{t("readOnly")}</p>}
    </div>
  );
}
