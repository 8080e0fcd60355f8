import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NoteList } from "@/components/notes/note-list";
import { DownloadMenu } from "@/components/ui/download-menu";
import { citations, kindOf, publishedAuthors, publishedNotes } from "@/lib/annotations";
import { NOTE_COLUMNS, noteCells, noteFilters, readNotesAddress } from "@/lib/api/notes-query";
import { labelOf } from "@/lib/codes/labels";
import { formatNumber } from "@/lib/format";
import { apiHref, localHref, pageHref, queryString, type Locale } from "@/lib/links";
import { DEFAULT_PAGE_SIZE } from "@/lib/queries/request";
import { PageNotFound, readAsApi, type PageContext } from "./context";
import { CitedBy } from "./cited-by";
import { downloadsIn } from "./downloads";
import { JournalFilters } from "./journal-filters";
import { shownNote } from "./notes";
import { targetHref } from "./note-targets";
import { targetNames } from "./target-name";

/** @throws PageNotFound when the one note asked for is no longer published, or never was */
export async function loadJournal(page: PageContext, locale: Locale) {
  const { context, view, params } = page;
  const address = readAsApi(params, readNotesAddress);
  const filters = await noteFilters(context, address.asked);
  const found = await publishedNotes(filters, address.page, address.pageSize);
  if (address.asked.note && found.total === 0) {
    const t = await getTranslations({ locale, namespace: "notes" });
    throw new PageNotFound([], {
      ...{ title: t("journal.gone"), text: t("journal.goneWhy") },
      link: { href: localHref(locale, pageHref("/journal", view)), label: t("journal.every") },
    });
  }
  return { ...address, ...found, authors: await publishedAuthors(context.edition.id) };
}

type Props = { model: Awaited<ReturnType<typeof loadJournal>>; page: PageContext; locale: Locale };

/** What the filters keep of the edition's notes, as files and feeds. */
async function JournalFiles({ model: { asked, notes, total }, page: { context }, locale }: Props) {
  const { edition, basis } = context;
  const feed = queryString({ ...asked, edition: edition.id });
  const menu = (await downloadsIn(locale))({
    rows: total,
    columns: NOTE_COLUMNS.map(({ key }) => key),
    sample: notes.map(noteCells),
    href: (parameters) => apiHref(edition.id, "annotations", basis, { ...asked, ...parameters }),
  });
  return (
    <>
      <DownloadMenu menu={menu} />
      <a className="link" href={`/journal.atom${feed}`}>
        Atom
      </a>
      <a className="link" href={`/journal.json${feed}`}>
        JSON Feed
      </a>
    </>
  );
}

/** What editors said of the edition, newest first, narrowed by the address; one note alone has its own address. */
export async function Journal({ model, page, locale }: Props) {
  const { notes, total, asked, pageSize, authors } = model;
  const t = await getTranslations({ locale, namespace: "notes" });
  const href = (to: number) =>
    localHref(
      locale,
      pageHref("/journal", page.view, {
        ...asked,
        page: to > 1 ? to : null,
        page_size: pageSize === DEFAULT_PAGE_SIZE ? null : pageSize,
      }),
    );
  const cited = await citations(notes.map(({ id }) => id));
  const nameOf = targetNames(locale);
  const named = async ({ edition, target }: { edition: string; target: string }) =>
    (await nameOf(edition, target)) ?? target;
  const shown = await Promise.all(
    notes.map(async (note) => ({
      note: await shownNote(note, locale),
      href: targetHref(note, page.view, locale),
      name: await named(note),
      kind: labelOf("targetKind", kindOf(note.target) ?? "edition")[locale],
      citing: await Promise.all(
        (cited.get(note.id) ?? []).map(async (one) => ({ ...one, name: await named(one) })),
      ),
    })),
  );
  return (
    <>
      <h1>{t("journal.title")}</h1>
      <p className="lead">{t("journal.intro")}</p>
      <JournalFilters asked={asked} authors={authors} view={page.view} locale={locale} />
      <div className="journal-files">
        <p role="status">{t("journal.total", { count: total, written: formatNumber(locale, total) })}</p>
        {total > 0 && <JournalFiles model={model} page={page} locale={locale} />}
      </div>
      {shown.map((entry) => (
        <article key={entry.note.id} className="journal-entry">
          <h2>
            <Link href={entry.href} prefetch={false} className="link">
              {entry.name}
            </Link>{" "}
            <small>{entry.kind}</small>
          </h2>
          <NoteList notes={[entry.note]} label={t("label")} />
          <CitedBy notes={entry.citing} label={t("journal.citedBy")} locale={locale} />
        </article>
      ))}
      {total > pageSize && (
        <nav className="neighbours" aria-label={t("journal.pages")}>
          {model.page > 1 && (
            <Link href={href(model.page - 1)} prefetch={false} rel="prev">
              ← {t("journal.newer")}
            </Link>
          )}
          {model.page * pageSize < total && (
            <Link href={href(model.page + 1)} prefetch={false} rel="next">
              {t("journal.older")} →
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
