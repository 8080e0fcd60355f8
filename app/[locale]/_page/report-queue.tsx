import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { handle } from "@/app/[locale]/admin/signalements/actions";
import { HandleForm, type HandleWords } from "@/components/reports/handle-form";
import { deskNotes, reports, type Report } from "@/lib/annotations";
import { contextOf } from "@/lib/engine/engine";
import { formatMoment } from "@/lib/format";
import { localHref, queryString, type Locale } from "@/lib/links";
import { targetHref } from "./note-targets";
import { targetName } from "./target-name";

const STATUSES = ["open", "corrected", "answered", "dismissed"] as const;

/** Notes on a report's target, any of which may be the correction it asked for. */
async function notesOn({ edition, target }: Report, userId: string) {
  const { notes } = await deskNotes({ userId }, { edition, target }, 1, 20);
  return notes.map(({ id, body }) => ({ value: id, label: body.slice(0, 80) }));
}

async function OneReport({ report, userId, locale }: { report: Report; userId: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "reports" });
  const { id, edition, target, message, contact, created_at: at, status, answer, note_id: noteId } = report;
  const context = await contextOf(edition, "corrected");
  const name = (context && (await targetName(context, target, locale))) ?? target;
  const words = ["answer", "sendAnswer", "note", "correct", "dismiss"] as const;
  const answers = [
    "answered",
    "corrected",
    "dismissed",
    "incomplete",
    "closed",
    "store",
    "session",
    "forbidden",
    "failed",
  ] as const;
  // Where there is a cell to correct, the note begins as its correction, for the reason that the reader gave.
  const begin = /^(organisation|platform)\//.test(target) && { kind: "correction", reason: message };
  const retour = localHref(locale, "/admin/signalements");
  const write = `/admin/annotations/nouvelle${queryString({ cible: target, edition, ...begin, retour })}`;
  return (
    <li className="report" id={`signalement-${id}`}>
      <h2>
        <a href={targetHref({ target, edition }, { edition, basis: "corrected" }, locale)} className="link">
          {name}
        </a>
      </h2>
      <p className="muted">
        {t("queue.received", { date: formatMoment(locale, at), edition, reference: id.slice(0, 8) })}
      </p>
      <blockquote>{message}</blockquote>
      {contact && <p className="report-contact">{t("queue.contact", { contact })}</p>}
      {status === "open" ? (
        <>
          <p>
            <Link href={localHref(locale, write)} prefetch={false} scroll={false} className="button">
              {t("queue.write")}
            </Link>
          </p>
          <HandleForm
            action={handle}
            id={id}
            notes={await notesOn(report, userId)}
            words={Object.fromEntries(words.map((word) => [word, t(`queue.${word}`)])) as HandleWords}
            answers={Object.fromEntries(answers.map((code) => [code, t(`answers.${code}`)]))}
          />
        </>
      ) : (
        <>
          {answer && <p>{t("queue.answeredWith", { answer })}</p>}
          {noteId && (
            <Link href={localHref(locale, `/admin/annotations/${noteId}`)} prefetch={false} className="link">
              {t("queue.correctedBy")}
            </Link>
          )}
        </>
      )}
    </li>
  );
}

/** Reports of one status, oldest first. */
export async function ReportQueue({
  userId,
  locale,
  search,
}: {
  userId: string;
  locale: Locale;
  search: Record<string, string | string[] | undefined>;
}) {
  const t = await getTranslations({ locale, namespace: "reports" });
  const status = STATUSES.find((one) => one === search.statut) ?? "open";
  const found = await reports({ userId }, status);
  return (
    <>
      <div className="list-head">
        <h1>{t("queue.title")}</h1>
        <p>{t("queue.intro")}</p>
      </div>
      <nav className="report-statuses" aria-label={t("queue.statuses")}>
        <ul className="chips">
          {STATUSES.map((one) => (
            <li key={one}>
              <Link
                className="chip"
                prefetch={false}
                href={localHref(locale, `/admin/signalements${one === "open" ? "" : `?statut=${one}`}`)}
                aria-current={one === status ? "true" : undefined}
              >
                {t(`queue.status.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p role="status">{t("queue.count", { count: found.length })}</p>
      <ul className="reports">
        {found.map((report) => (
          <OneReport key={report.id} report={report} userId={userId} locale={locale} />
        ))}
      </ul>
    </>
  );
}
