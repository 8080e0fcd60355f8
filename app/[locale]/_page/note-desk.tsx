import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { citations, noteWithHistory, stateOf, type Note } from "@/lib/annotations";
import { returnPath } from "@/lib/auth/return-path";
import { contextOf } from "@/lib/engine/engine";
import { formatMoment } from "@/lib/format";
import { localHref, type Locale } from "@/lib/links";
import { setPageStatus } from "@/lib/response-status";
import { NoteEditor } from "./note-editor";
import { NoteHistory } from "./note-history";
import { goneLinks } from "./note-preview";
import { targetHref } from "./note-targets";
import { targetName } from "./target-name";

type Search = Record<string, string | string[] | undefined>;
const one = (search: Search, name: string) => [search[name] ?? ""].flat()[0] ?? "";
const DONE = ["save", "publish", "schedule", "withdraw", "delete", "undelete", "restore"] as const;

/** What an address may begin a new note with; it is written when its author saves it, and checked then. */
const BEGUN = ["kind", "body", "column", "file_value", "proposed", "reason"] as const;

type Props = {
  /** A note's, or `nouvelle`. */
  id: string;
  search: Search;
  userId: string;
  locale: Locale;
  /** Beside another page, or a page of its own. */
  inPanel?: boolean;
};

/** What is said of a note's state, in a line. */
async function stateLine(note: Note | null, edition: string, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "desk" });
  if (!note) return t("newState", { edition });
  const state = stateOf(note);
  const { version, published_at: at } = note;
  const status =
    at !== null && (state === "scheduled" || state === "published")
      ? t(`states.${state}`, { date: formatMoment(locale, at) })
      : t(`statuses.${state}`);
  return t("state", { status, version, edition });
}

/** Published notes that link to this one. */
async function CitedBy({ id, locale }: { id: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const citing = (await citations([id])).get(id);
  if (!citing) return null;
  return (
    <section className="note-cited" aria-label={t("citedBy")}>
      <h2>{t("citedBy")}</h2>
      <ul>
        {citing.map((note) => (
          <li key={note.id}>
            <Link href={localHref(locale, `/admin/annotations/${note.id}`)} prefetch={false} className="link">
              {note.target}
            </Link>{" "}
            {note.body.slice(0, 80)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One note: what was just done, the form, and its history. */
export async function NoteDesk({ id, search, userId, locale, inPanel = false }: Props) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const Heading = inPanel ? "h2" : "h1";
  const found = id === "nouvelle" ? null : await noteWithHistory({ userId }, id);
  if (found === undefined) {
    setPageStatus(404);
    return (
      <div className="message">
        <Heading>{t("errors.gone")}</Heading>
      </div>
    );
  }
  const note = found?.note ?? null;
  const done = DONE.find((code) => code === one(search, "fait"));
  // A new note is of an edition that is served; an old one stays of its own, served or not.
  const asked = await contextOf(one(search, "edition") || undefined, "corrected");
  const edition = note?.edition ?? asked?.edition.id;
  if (!edition) return <Heading>{t("errors.edition")}</Heading>;
  const target = note?.target ?? (one(search, "cible") || one(search, "target"));
  const begin = Object.fromEntries(
    BEGUN.flatMap((name) => (one(search, name) ? [[name, one(search, name).slice(0, 2_000)]] : [])),
  );
  const back = returnPath(one(search, "retour"), "");
  const context = await contextOf(edition, "corrected");
  const name = context && (await targetName(context, target, locale));
  const gone = note ? await goneLinks(note.body, locale) : "";
  return (
    <div className="note-desk">
      <Heading>
        {note ? t("edit", { target: name ?? target }) : name ? t("newOn", { target: name }) : t("new")}
      </Heading>
      <p className="muted">{await stateLine(note, edition, locale)}</p>
      {!inPanel && (note || back) && (
        <p>
          <a
            className="link"
            href={back || targetHref({ target, edition }, { edition, basis: "corrected" }, locale)}
          >
            {t("back")}
          </a>
        </p>
      )}
      <div role="status">{done && <p className="form-done">{t(`done.${done}`)}</p>}</div>
      {gone && <p className="form-error">{gone}</p>}
      <NoteEditor
        {...{ note, edition, context, userId, locale, inPanel, back }}
        begin={{ ...begin, target }}
      />
      {note && <CitedBy id={note.id} locale={locale} />}
      {found && <NoteHistory note={found.note} versions={found.versions} locale={locale} inPanel={inPanel} />}
    </div>
  );
}
