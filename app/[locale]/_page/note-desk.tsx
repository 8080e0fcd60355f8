import "server-only";
import { getTranslations } from "next-intl/server";
import { noteWithHistory } from "@/lib/annotations";
import { contextOf } from "@/lib/engine/engine";
import type { Locale } from "@/lib/links";
import { setPageStatus } from "@/lib/response-status";
import { NoteEditor } from "./note-editor";
import { NoteHistory } from "./note-history";

type Search = Record<string, string | string[] | undefined>;
const one = (search: Search, name: string) => [search[name] ?? ""].flat()[0] ?? "";
const DONE = ["save", "publish", "withdraw", "delete", "undelete", "restore"] as const;

/** One note: what was just done, the form, and its history. */
export async function NoteDesk({
  id,
  search,
  userId,
  locale,
}: {
  id: string;
  search: Search;
  userId: string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const found = id === "nouvelle" ? null : await noteWithHistory({ userId }, id);
  if (found === undefined) {
    setPageStatus(404);
    return (
      <div className="message">
        <h1>{t("errors.gone")}</h1>
      </div>
    );
  }
  const note = found?.note ?? null;
  const done = DONE.find((code) => code === one(search, "fait"));
  // A new note is of an edition that is served; an old one stays of its own, served or not.
  const asked = await contextOf(one(search, "edition") || undefined, "corrected");
  const edition = note?.edition ?? asked?.edition.id;
  if (!edition) return <h1>{t("errors.edition")}</h1>;
  return (
    <div className="note-desk">
      <h1>{note ? t("edit", { target: note.target }) : t("new")}</h1>
      <p className="muted">
        {note
          ? t("state", {
              status: t(`statuses.${note.deleted_at ? "deleted" : note.status}`),
              version: note.version,
              edition,
            })
          : t("newState", { edition })}
      </p>
      <div role="status">{done && <p className="form-done">{t(`done.${done}`)}</p>}</div>
      <NoteEditor
        note={note}
        edition={edition}
        target={note?.target ?? (one(search, "cible") || one(search, "target"))}
        userId={userId}
        locale={locale}
      />
      {found && <NoteHistory note={found.note} versions={found.versions} locale={locale} />}
    </div>
  );
}
