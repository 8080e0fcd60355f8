import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { changeMany } from "@/app/[locale]/admin/annotations/bulk-action";
import { BulkTable } from "@/components/notes/bulk-table";
import { Pager } from "@/components/notes/pager";
import {
  BULK_CHANGES,
  BULK_OUTCOMES,
  deskChoices,
  deskNotes,
  stateOf,
  type DeskSort,
} from "@/lib/annotations";
import { labelOf } from "@/lib/codes/labels";
import { formatMoment, formatNumber } from "@/lib/format";
import { localHref, queryString, type Locale } from "@/lib/links";
import { setPageStatus } from "@/lib/response-status";
import { noteErrors } from "./note-editor";
import { notesAddress, type NotesAddress } from "./notes-address";
import { NotesFilters } from "./notes-filters";
import { targetNames } from "./target-name";

type Search = Record<string, string | string[] | undefined>;
const COLUMNS = ["target", "kind", "status", "text", "author", "updated", "edition"] as const;
const PAGE_SIZE = 50;

const filtersOf = ({ etat, genre, cible, edition, auteur, q }: NotesAddress) => ({
  ...(etat && { status: etat }),
  ...(genre && { kind: genre }),
  ...(cible && { targetKind: cible }),
  ...(edition && { edition }),
  ...(auteur && { author: auteur }),
  ...(q && { text: q }),
});

/** The notes an editor asks for, each leading to its form, many changed at once. */
export async function NotesTable({
  search,
  userId,
  locale,
}: {
  search: Search;
  userId: string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const asked = notesAddress(search);
  if (!asked) {
    setPageStatus(404);
    return (
      <div className="message">
        <h1>{t("errors.address")}</h1>
      </div>
    );
  }
  const page = asked.page ?? 1;
  const sort = asked.tri ?? "-updated";
  const [{ notes, total }, choices] = await Promise.all([
    deskNotes({ userId }, filtersOf(asked), page, PAGE_SIZE, undefined, sort),
    deskChoices({ userId }),
  ]);
  const nameOf = targetNames(locale);
  const names = await Promise.all(notes.map(({ edition, target }) => nameOf(edition, target)));
  const href = (parameters: Partial<NotesAddress>) =>
    localHref(locale, `/admin/annotations${queryString({ ...asked, ...parameters })}`);
  const sortOf = (key: (typeof COLUMNS)[number]) => {
    if (key === "text") return null;
    const sorted =
      sort === key ? ("ascending" as const) : sort === `-${key}` ? ("descending" as const) : null;
    const next: DeskSort = sorted === "ascending" || (sorted === null && key === "updated") ? `-${key}` : key;
    return { sorted, href: href({ tri: next, page: undefined }) };
  };
  const cut = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text);
  return (
    <div className="note-list">
      <div className="list-head">
        <h1>{t("title")}</h1>
        <p>{t("intro")}</p>
        <p>
          <Link
            href={localHref(locale, "/admin/annotations/nouvelle?cible=edition")}
            prefetch={false}
            scroll={false}
            className="button"
          >
            {t("new")}
          </Link>
        </p>
      </div>
      <NotesFilters asked={asked} choices={choices} locale={locale} />
      <p role="status">{t("total", { count: total, written: formatNumber(locale, total) })}</p>
      <BulkTable
        key={href({})}
        action={changeMany}
        locale={locale}
        columns={COLUMNS.map((key) => ({ key, label: t(`columns.${key}`), sort: sortOf(key) }))}
        rows={notes.map((note, index) => ({
          value: `${note.id}:${note.version}`,
          href: localHref(locale, `/admin/annotations/${note.id}`),
          select: t("bulk.select", { target: note.target, text: cut(note.body) }),
          ...{ name: names[index] ?? t("orphan"), code: note.target },
          cells: [
            labelOf("noteKind", note.kind)[locale],
            t(`statuses.${stateOf(note)}`),
            cut(note.body),
            note.author_name,
            formatMoment(locale, note.updated_at),
            note.edition,
          ],
        }))}
        changes={BULK_CHANGES.map((value) => ({ value, label: t(`bulk.changes.${value}`) }))}
        outcomes={Object.fromEntries(BULK_OUTCOMES.map((code) => [code, t(`bulk.outcomes.${code}`)]))}
        errors={{ ...(await noteErrors(locale)), none: t("bulk.none") }}
        words={{
          caption: t("title"),
          ...{ label: t("bulk.label"), apply: t("bulk.apply"), all: t("bulk.all"), gone: t("bulk.gone") },
        }}
      />
      <Pager
        label={t("pages")}
        previous={page > 1 ? { href: href({ page: page - 1 }), label: t("previous") } : null}
        next={page * PAGE_SIZE < total ? { href: href({ page: page + 1 }), label: t("next") } : null}
      />
    </div>
  );
}
