import "server-only";
import { getTranslations } from "next-intl/server";
import { changeNote } from "@/app/[locale]/admin/annotations/actions";
import { ChangeForm } from "@/components/notes/change-form";
import type { Note, NoteVersion } from "@/lib/annotations";
import { formatDate, formatTime } from "@/lib/format";
import type { Locale } from "@/lib/links";
import { compare } from "./note-form-data";
import { noteErrors } from "./note-editor";

/** Every version of a note as plain sentences, with what each changed, newest first. */
export async function NoteHistory({
  note,
  versions,
  locale,
}: {
  note: Note;
  versions: readonly NoteVersion[];
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const errors = await noteErrors(locale);
  return (
    <section className="note-history">
      <h2>{t("history.title")}</h2>
      <ol>
        {versions.map((version, index) => {
          const before = versions[index + 1]?.body ?? "";
          return (
            <li key={version.version}>
              <p>
                {t("history.line", {
                  version: version.version,
                  action: t(`history.actions.${version.action}`),
                  author: version.author_name,
                  date: formatDate(locale, version.created_at),
                  time: formatTime(locale, version.created_at),
                })}
              </p>
              {version.body !== before && (
                <details>
                  <summary>{t("history.text")}</summary>
                  <p className="stale-text">
                    {compare(before, version.body).map((piece, place) =>
                      piece.change === "same" ? (
                        <span key={place}>{piece.text}</span>
                      ) : piece.change === "mine" ? (
                        <ins key={place}>{piece.text}</ins>
                      ) : (
                        <del key={place}>{piece.text}</del>
                      ),
                    )}
                  </p>
                </details>
              )}
              {version.version !== note.version && !note.deleted_at && (
                <ChangeForm
                  action={changeNote}
                  hidden={{ id: note.id, base: String(note.version), locale }}
                  change={String(version.version)}
                  label={t("history.restore", { version: version.version })}
                  errors={errors}
                />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
