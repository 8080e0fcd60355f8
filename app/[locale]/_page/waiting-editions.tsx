import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatMoment } from "@/lib/format";
import { localHref, type Locale } from "@/lib/links";
import type { Upload } from "@/lib/publication/types";

/** The editions that wait for somebody to look at them and publish them; nothing when none does. */
export async function WaitingEditions({ uploads, locale }: { uploads: readonly Upload[]; locale: Locale }) {
  if (uploads.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "editions" });
  return (
    <section aria-labelledby="editions-waiting">
      <h2 id="editions-waiting">{t("waiting.title")}</h2>
      <ul className="edition-list">
        {uploads.map(({ id, manifest, by, at }) => (
          <li key={id} className="edition-entry">
            <h3>
              <Link href={localHref(locale, `/admin/editions/${id}`)} prefetch={false} className="link">
                {manifest.title[locale]}
              </Link>{" "}
              <code>{manifest.id}</code>
            </h3>
            <p className="muted">{t("waiting.by", { name: by.name, moment: formatMoment(locale, at) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
