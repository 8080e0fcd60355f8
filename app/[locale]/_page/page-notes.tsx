import "server-only";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Footnotes, type FootnoteGroup } from "@/components/notes/footnotes";
import type { ShownNote } from "@/components/notes/note-list";
import type { Noted } from "@/components/notes/types";
import { noteCounts, publishedNotes, type Note } from "@/lib/annotations";
import { currentUser } from "@/lib/auth/session";
import { formatNumber } from "@/lib/format";
import { localHref, queryString, type Locale } from "@/lib/links";
import { forbidKeeping } from "@/lib/response-status";
import { StoreUnavailable } from "@/lib/store";
import type { PageContext } from "./context";
import { shownNote } from "./notes";

/**
 * A thing of the page that may have notes: its target, as the contract writes it, its name on the page, and fields that
 * a note written from here begins with.
 */
export type Notable = { target: string; name: string; begin?: Readonly<Record<string, string>> };

/** The notes of a page's things, asked once for all of them. */
export type PageNotes = {
  /** The store did not answer: notes are not known, which is not none. */
  away: boolean;
  /** What stands beside a thing of the page. */
  noted: (notable: Notable) => Noted | undefined;
  /** The mark alone, where the way to write stands in words below. */
  mark: (notable: Notable) => Noted | undefined;
  /** Notes of a target, and of those below it when `within`, in the order of the page. */
  on: (target: string, within?: boolean) => ShownNote[];
  groups: readonly FootnoteGroup[];
};
export type NotedPage<Page extends PageContext = PageContext> = Page & { notes: PageNotes };

/** For what is shown without its notes: a picture has no room for them. */
export const WITHOUT_NOTES: PageNotes = {
  away: false,
  noted: () => undefined,
  mark: () => undefined,
  on: () => [],
  groups: [],
};

/** Whether the reader may write notes, told once a request; without the store nobody may. */
const mayWrite = cache(async (): Promise<boolean> => {
  try {
    return (await currentUser()) !== undefined;
  } catch (cause) {
    if (cause instanceof StoreUnavailable) return false;
    throw cause;
  }
});

/** How many notes each target has, asked once a request; null when the store does not answer. */
export const countsOf = cache(async (edition: string) => {
  try {
    return await noteCounts(edition);
  } catch (cause) {
    if (!(cause instanceof StoreUnavailable)) throw cause;
    forbidKeeping();
    return null;
  }
});

/** Published notes of some targets, oldest first; null when the store does not answer. One question where there is none. */
async function notesOf(edition: string, wanted: ReadonlySet<string>): Promise<Note[] | null> {
  const counts = await countsOf(edition);
  if (counts === null) return null;
  try {
    const targets = counts.map(({ target }) => target).filter((target) => wanted.has(target));
    if (targets.length === 0) return [];
    return (await publishedNotes({ edition, targets }, 1, 10_000)).notes.toReversed();
  } catch (cause) {
    if (!(cause instanceof StoreUnavailable)) throw cause;
    forbidKeeping();
    return null;
  }
}

// An id holds no space; what is not a letter or a digit is written by its code.
const idOf = (target: string) => `notes-${encodeURIComponent(target).replace(/[^\w-]/g, "_")}`;

/** The page with the notes of its things, numbered in the order given. */
export async function withNotes<Page extends PageContext>(
  page: Page,
  locale: Locale,
  notables: readonly Notable[],
): Promise<NotedPage<Page>> {
  const t = await getTranslations({ locale, namespace: "notes" });
  const { id: edition } = page.context.edition;
  const names = new Map(notables.map(({ target, name }) => [target, name]));
  const [found, editor] = await Promise.all([notesOf(edition, new Set(names.keys())), mayWrite()]);
  const byTarget = Map.groupBy(found ?? [], ({ target }) => target);
  const labelOf = (count: number, name: string) =>
    t("marks.count", { count, written: formatNumber(locale, count), name });
  let number = 0;
  const groups = await Promise.all(
    [...names].flatMap(([target, name]) => {
      const own = byTarget.get(target);
      if (!own) return [];
      const numbered = own.map((note) => ({ number: ++number, note }));
      const shown = numbered.map(async (one) => ({ ...one, note: await shownNote(one.note, locale) }));
      return [
        Promise.all(shown).then((notes) => ({
          target,
          id: idOf(target),
          label: labelOf(own.length, name),
          notes,
        })),
      ];
    }),
  );
  const groupOf = new Map(groups.map((group) => [group.target, group]));
  const back = localHref(locale, `${page.path}${page.search.replaceAll("%2C", ",")}`);
  const writing = localHref(locale, "/admin/annotations/nouvelle");
  const mark = ({ target, name }: Notable): Noted | undefined => {
    const group = groupOf.get(target);
    return (
      group && {
        notes: {
          id: group.id,
          label: labelOf(group.notes.length, name),
          count: formatNumber(locale, group.notes.length),
          numbers: group.notes.map((note) => note.number).join(", "),
        },
        annotate: null,
      }
    );
  };
  const notes: PageNotes = {
    away: found === null,
    groups,
    mark,
    noted({ target, name, begin }) {
      const marked = mark({ target, name });
      if (!marked && !editor) return undefined;
      return {
        notes: marked?.notes ?? null,
        annotate: editor
          ? {
              href: `${writing}${queryString({ edition, cible: target, ...begin, retour: back })}`,
              label: t("marks.annotate", { name }),
            }
          : null,
      };
    },
    on: (target, within = false) =>
      groups
        .filter((group) => group.target === target || (within && group.target.startsWith(`${target}/`)))
        .flatMap((group) => group.notes.map(({ note }) => note)),
  };
  return { ...page, notes };
}

/** The notes of the page, at its end. */
export async function PageFootnotes({ page, locale }: { page: NotedPage; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "notes" });
  return <Footnotes groups={page.notes.groups} title={t("label")} close={t("marks.close")} />;
}
