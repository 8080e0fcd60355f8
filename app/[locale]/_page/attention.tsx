import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { deskNotes, reports, type Note } from "@/lib/annotations";
import { contextOf, currentState } from "@/lib/engine/engine";
import { localHref, type Locale } from "@/lib/links";
import { quality } from "@/lib/queries/quality";
import { targetNames } from "./target-name";

/** Notes looked through for those whose object is gone. */
const LOOKED_AT = 5_000;

/** Notes whose edition is no longer served, or no longer has what they are about. */
async function orphansAmong(notes: readonly Note[], locale: Locale): Promise<Note[]> {
  const nameOf = targetNames(locale);
  const names = await Promise.all(notes.map(({ edition, target }) => nameOf(edition, target)));
  return notes.filter((_, index) => names[index] === null);
}

/** Values of the default edition that could not be used, and how many of them are of what no note is about. */
async function unusable(notes: readonly Note[]): Promise<{ all: number; count: number }> {
  const context = await contextOf(undefined, "corrected");
  if (!context) return { all: 0, count: 0 };
  const asked = { filters: { severity: ["error"] }, q: null, sort: [] };
  const { rows, total } = await quality.page(context, asked, 1, LOOKED_AT);
  const about = new Set(
    notes.flatMap(({ edition, target }) => (edition === context.edition.id ? [target] : [])),
  );
  const noted = rows.filter(
    (row) => about.has(`organisation/${row.siren}`) || about.has(`platform/${row.slug}`),
  );
  return { all: total, count: total - noted.length };
}

/** What waits for whoever signs in, each line leading to its list. */
export async function Attention({ userId, locale }: { userId: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "reports.attention" });
  const actor = { userId };
  const [open, drafts, scheduled, all, { refusals }] = await Promise.all([
    reports(actor),
    deskNotes(actor, { status: "draft" }, 1, 1),
    deskNotes(actor, { status: "scheduled" }, 1, 1),
    deskNotes(actor, {}, 1, LOOKED_AT),
    currentState(),
  ]);
  const [orphans, errors] = await Promise.all([orphansAmong(all.notes, locale), unusable(all.notes)]);
  const lines = [
    { name: "reports", count: open.length, path: "/admin/signalements" },
    { name: "drafts", count: drafts.total, path: "/admin/annotations?etat=draft" },
    { name: "scheduled", count: scheduled.total, path: "/admin/annotations?etat=scheduled" },
    { name: "errors", ...errors, path: "/donnees/qualite?severity=error" },
    { name: "refused", count: refusals.length, path: "/admin/editions" },
  ] as const;
  const waiting = lines.filter(({ count }) => count > 0);
  return (
    <section className="attention" aria-labelledby="attention">
      <h2 id="attention">{t("title")}</h2>
      {waiting.length + orphans.length === 0 && <p>{t("nothing")}</p>}
      <ul>
        {waiting.map(({ name, path, ...counts }) => (
          <li key={name}>
            <Link href={localHref(locale, path)} prefetch={false} className="link">
              {t(name, counts)}
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
