import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NoteList } from "@/components/notes/note-list";
import { citations, NOTE_KINDS, publishedNotes, TARGET_KINDS, type NoteFilters } from "@/lib/annotations";
import { formatNumber } from "@/lib/format";
import { localHref, pageHref, type Locale } from "@/lib/links";
import { refuse, type PageContext } from "./context";
import { CitedBy } from "./cited-by";
import { shownNote } from "./notes";
import { targetHref } from "./note-targets";

export const JOURNAL_PARAMETERS = ["kind", "target_kind", "author", "since", "until", "page"] as const;
const PAGE_SIZE = 50;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the journal's address; what can't be honoured is not found. */
function readFilters({ params, context }: PageContext): { filters: NoteFilters; page: number } {
  const given = (name: string) => params.get(name) || undefined;
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | undefined => {
    const value = given(name);
    const found = values.find((one) => one === value);
    if (value !== undefined && found === undefined) refuse([name], params);
    return found;
  };
  const [since, until] = ["since", "until"].map((name) => {
    const day = given(name);
    if (day !== undefined && !DAY.test(day)) refuse([name], params);
    return day;
  });
  const page = given("page") ?? "1";
  if (!/^[1-9]\d{0,5}$/.test(page)) refuse(["page"], params);
  return {
    page: Number(page),
    filters: {
      edition: context.edition.id,
      kind: oneOf("kind", NOTE_KINDS),
      targetKind: oneOf("target_kind", TARGET_KINDS),
      author: given("author")?.slice(0, 200),
      ...{ since, until },
    },
  };
}

export async function loadJournal(page: PageContext) {
  const { filters, page: number } = readFilters(page);
  return { filters, number, ...(await publishedNotes(filters, number, PAGE_SIZE)) };
}

/** Everything editors said of the edition, newest first. */
export async function Journal({
  model: { notes, total, filters, number },
  page,
  locale,
}: {
  model: Awaited<ReturnType<typeof loadJournal>>;
  page: PageContext;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "notes" });
  const desk = await getTranslations({ locale, namespace: "desk" });
  const asked = {
    kind: filters.kind,
    target_kind: filters.targetKind,
    ...{ author: filters.author, since: filters.since, until: filters.until },
  };
  const href = (to: number) => localHref(locale, pageHref("/journal", page.view, { ...asked, page: to }));
  const cited = await citations(notes.map(({ id }) => id));
  const shown = await Promise.all(
    notes.map(async (note) => ({
      citing: cited.get(note.id) ?? [],
      note: await shownNote(note, locale),
      about: targetHref(note, page.view, locale),
      target: note.target,
    })),
  );
  return (
    <>
      <h1>{t("journal.title")}</h1>
      <p className="lead">{t("journal.intro")}</p>
      <form className="journal-filters" action={localHref(locale, "/journal")}>
        {page.view.edition && <input type="hidden" name="edition" value={page.view.edition} />}
        <label>
          {desk("columns.kind")}
          <select name="kind" defaultValue={filters.kind ?? ""}>
            <option value="">{t("journal.all")}</option>
            {NOTE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {desk(`kinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("journal.about")}
          <select name="target_kind" defaultValue={filters.targetKind ?? ""}>
            <option value="">{t("journal.all")}</option>
            {TARGET_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`targets.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        {(["since", "until"] as const).map((name) => (
          <label key={name}>
            {t(`journal.${name}`)}
            <input type="date" name={name} defaultValue={filters[name]} />
          </label>
        ))}
        <button className="button">{t("journal.apply")}</button>
      </form>
      <p role="status">{t("journal.total", { count: total, written: formatNumber(locale, total) })}</p>
      {shown.map(({ note, about, target, citing }) => (
        <article key={note.id} className="journal-entry">
          <p>
            <Link href={about} prefetch={false} className="link">
              {target}
            </Link>
          </p>
          <NoteList notes={[note]} label={t("label")} />
          <CitedBy notes={citing} label={t("journal.citedBy")} locale={locale} />
        </article>
      ))}
      <nav className="neighbours" aria-label={t("journal.pages")}>
        {number > 1 && (
          <Link href={href(number - 1)} prefetch={false} rel="prev">
            ← {t("journal.newer")}
          </Link>
        )}
        {number * PAGE_SIZE < total && (
          <Link href={href(number + 1)} prefetch={false} rel="next">
            {t("journal.older")} →
          </Link>
        )}
      </nav>
      <p className="muted">
        <a className="link" href={`/journal.atom?edition=${page.context.edition.id}`}>
          Atom
        </a>
        {" · "}
        <a className="link" href={`/journal.json?edition=${page.context.edition.id}`}>
          JSON Feed
        </a>
        {" · "}
        <a className="link" href={`/api/v1/editions/${page.context.edition.id}/annotations`}>
          JSON
        </a>
      </p>
    </>
  );
}
