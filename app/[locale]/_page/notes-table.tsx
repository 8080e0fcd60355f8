import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Choices } from "@/components/ui/choices";
import { DataTable } from "@/components/ui/data-table";
import { deskNotes, type DeskFilters } from "@/lib/annotations";
import { formatDate, formatNumber } from "@/lib/format";
import { localHref, pageHref, type Locale } from "@/lib/links";

type Search = Record<string, string | string[] | undefined>;
const STATUSES = ["all", "draft", "published", "withdrawn", "deleted"] as const;
const PAGE_SIZE = 100;

/** The notes by state, last changed first, each leading to its form. */
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
  const status = STATUSES.find((one) => one === search.etat) ?? "all";
  const filters: DeskFilters = status === "all" ? {} : { status };
  const { notes, total } = await deskNotes({ userId }, filters, 1, PAGE_SIZE);
  const anonymous = { edition: undefined, basis: "corrected" } as const;
  const href = (path: string, parameters = {}) => localHref(locale, pageHref(path, anonymous, parameters));
  return (
    <div className="note-list">
      <div className="list-head">
        <h1>{t("title")}</h1>
        <p>{t("intro")}</p>
        <p>
          <Link
            href={href("/admin/annotations/nouvelle", { target: "edition" })}
            prefetch={false}
            className="button"
          >
            {t("new")}
          </Link>
        </p>
      </div>
      <Choices
        label={t("status")}
        choices={STATUSES.map((one) => ({
          label: t(`statuses.${one}`),
          href: href("/admin/annotations", { etat: one === "all" ? null : one }),
          current: one === status,
        }))}
      />
      <p role="status">{t("total", { count: total, written: formatNumber(locale, total) })}</p>
      {notes.length > 0 && (
        <DataTable
          caption={t("title")}
          columns={(["target", "kind", "status", "text", "author", "updated", "edition"] as const).map(
            (key) => ({
              key,
              label: t(`columns.${key}`),
              align: "left",
            }),
          )}
          rows={notes.map((note) => ({
            key: note.id,
            href: href(`/admin/annotations/${note.id}`),
            cells: {
              target: note.target,
              kind: t(`kinds.${note.kind}`),
              status: t(`statuses.${note.deleted_at ? "deleted" : note.status}`),
              text: note.body.length > 80 ? `${note.body.slice(0, 80)}…` : note.body,
              author: note.author_name,
              updated: formatDate(locale, note.updated_at),
              edition: note.edition,
            },
          }))}
        />
      )}
    </div>
  );
}
