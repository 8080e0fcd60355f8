import { getTranslations } from "next-intl/server";
import { targetName } from "@/app/[locale]/_page/target-name";
import { allNotesIdentity, publishedNotes, readableNotes, type Note } from "@/lib/annotations";
import { noteHtml, noteLinks } from "@/lib/annotations/markdown";
import { noteAddress } from "@/lib/api/note-address";
import { NOTE_PARAMETERS, noteFilters, readNotesAddress } from "@/lib/api/notes-query";
import { pageUrl } from "@/lib/api/site-url";
import { contextOf } from "@/lib/engine/engine";
import type { LoadedEdition } from "@/lib/engine/state";
import { queryString } from "@/lib/links";
import { cacheHeaders, readBasis, requireContext } from "./answer";
import { problemResponse } from "./problem";

/** Notes of a feed, the newest. */
const MOST = 100;

/** A feed of published notes, whatever its format. */
export type Feed = {
  edition: LoadedEdition;
  /** What readers of feeds list it under. */
  title: string;
  /** The journal that shows the same notes. */
  page: string;
  /** This feed's own address. */
  self: string;
  /** Newest first, each with what it is about in its language, its text as HTML and its permanent address. */
  entries: { note: Note; about: string; html: string; address: string }[];
};

/**
 * The published notes of an edition (`edition`, or the default one) as a feed, newest first; it takes the journal's
 * own filters.
 * @param path of the feed @param type media type of what `write` makes
 */
export async function journalAnswer(
  request: Request,
  path: string,
  type: string,
  write: (feed: Feed) => string,
): Promise<Response> {
  try {
    const params = new URL(request.url).searchParams;
    readBasis(params, ["edition", ...NOTE_PARAMETERS]);
    const { asked } = readNotesAddress(params);
    const named = params.get("edition");
    const context =
      (named ? null : await contextOf(undefined, "corrected")) ??
      (await requireContext(named ?? "", "corrected"));
    const { edition } = context;
    // Notes link to notes of other editions too.
    const { headers, fresh } = cacheHeaders(request, `${edition.identity}\n${await allNotesIdentity()}`);
    if (fresh) return new Response(null, { status: 304, headers });
    const { notes } = await publishedNotes(await noteFilters(context, asked), 1, MOST);
    const linked = await readableNotes(notes.flatMap(({ body }) => noteLinks(body)));
    const hrefOf = (id: string) => {
      const note = linked.get(id);
      return note && noteAddress(note);
    };
    const search = queryString({ ...asked, edition: edition.id });
    const t = await getTranslations({ locale: "fr", namespace: "shell" });
    const feed: Feed = {
      ...{ edition, title: `${t("journal")} · ${edition.manifest.title.fr} · ${t("name")}` },
      ...{ page: pageUrl("fr", `/journal${search}`), self: pageUrl("fr", `${path}${search}`) },
      entries: await Promise.all(
        notes.map(async (note) => ({
          ...{ note, html: noteHtml(note.body, hrefOf), address: noteAddress(note) },
          about: (await targetName(context, note.target, note.language)) ?? note.target,
        })),
      ),
    };
    return new Response(write(feed), { headers: { ...headers, "Content-Type": type } });
  } catch (cause) {
    return problemResponse(cause);
  }
}
