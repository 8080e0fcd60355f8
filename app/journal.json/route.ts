import { journalAnswer } from "@/app/api/_http/journal";
import { noteHtml } from "@/lib/annotations/markdown";
import { noteAddress } from "@/lib/api/note-address";
import { pageUrl } from "@/lib/api/site-url";

/** The published notes of an edition as a JSON Feed (version 1.1), newest first, each in its language. */
export function GET(request: Request): Promise<Response> {
  return journalAnswer(request, "application/feed+json; charset=utf-8", ({ id, manifest }, notes, hrefOf) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: manifest.title.fr,
      language: "fr",
      home_page_url: pageUrl("fr", `/journal?edition=${id}`),
      feed_url: pageUrl("fr", `/journal.json?edition=${id}`),
      items: notes.map((note) => ({
        id: `urn:uuid:${note.id}`,
        url: noteAddress(note),
        title: note.target,
        content_html: noteHtml(note.body, hrefOf),
        date_published: note.published_at,
        date_modified: note.updated_at,
        authors: [{ name: note.author_name }],
        language: note.language,
        tags: [note.kind],
      })),
    }),
  );
}
