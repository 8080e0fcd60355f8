import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { deskNotes, reports, type Note } from "@/lib/annotations";
import { contextOf, currentState } from "@/lib/engine/engine";
import { localHref, type Locale } from "@/lib/links";
import { qualityByKind } from "@/lib/queries/quality";
import { targetName } from "./target-name";

/** Notes looked through for those whose object is gone. */
const LOOKED_AT = 5_000;

/** Notes whose edition is no longer served, or no longer has what they are about. */
async function orphansAmong(notes: readonly Note[], locale: Locale): Promise<Note[]> {
  const found = await Promise.all(
    notes.map(async (note) => {
      const context = await contextOf(note.edition, "corrected");
      return context && (await targetName(context, note.target, locale)) !== null ? [] : [note];
    }),
  );
  return found.flat();
}

/** Kinds of values of the default edition that could not be used. */
async function unusableKinds(): Promise<number> {
  const context = await contextOf(undefined, "corrected");
  if (!context) return 0;
  const kinds = await qualityByKind.all(context, {});
  return kinds.filter(({ severity }) => severity === "error").length;
}

/** What waits for whoever signs in, each line leading to its list. */
export async function Attention({ userId, locale }: { userId: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "reports.attention" });
  const actor = { userId };
  const [open, drafts, scheduled, all, errors, { refusals }] = await Promise.all([
    reports(actor),
    deskNotes(actor, { status: "draft" }, 1, 1),
    deskNotes(actor, { status: "scheduled" }, 1, 1),
    deskNotes(actor, {}, 1, LOOKED_AT),
    unusableKinds(),
    currentState(),
  ]);
  const orphans = await orphansAmong(all.notes, locale);
  const lines = [
    { name: "reports", count: open.length, path: "/admin/signalements" },
    { name: "drafts", count: drafts.total, path: "/admin/annotations?etat=draft" },
    { name: "scheduled", count: scheduled.total, path: "/admin/annotations?etat=scheduled" },
    { name: "errors", count: errors, path: "/donnees/qualite?severity=error" },
    { name: "refused", count: refusals.length, path: "/admin/editions" },
  ] as const;
  const waiting = lines.filter(({ count }) => count > 0);
  return (
    <section className="attention" aria-labelledby="attention">
      <h2 id="attention">{t("title")}</h2>
      {waiting.length + orphans.length === 0 && <p>{t("nothing")}</p>}
      <ul>
        {waiting.map(({ name, count, path }) => (
          <li key={name}>
            <Link href={localHref(locale, path)} prefetch={false} className="link">
              {t(name, { count })}
            </Link>
          </li>
        ))}
        {orphans.length > 0 && (
          <li>
            {t("orphans", { count: orphans.length })}
            <ul>
              {orphans.map(({ id, edition, target, body }) => (
                <li key={id}>
                  <Link
                    href={localHref(locale, `/admin/annotations/${id}`)}
                    prefetch={false}
                    className="link"
                  >
                    {edition} · {target}
                  </Link>{" "}
                  <small>{body.slice(0, 80)}</small>
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </section>
  );
}
