import { journalAnswer } from "@/app/api/_http/journal";

/** The published notes of an edition as a JSON Feed (version 1.1), newest first, each in its language. */
export function GET(request: Request): Promise<Response> {
  return journalAnswer(
    request,
    "/journal.json",
    "application/feed+json; charset=utf-8",
    ({ title, page, self, entries }) =>
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title,
        language: "fr",
        home_page_url: page,
        feed_url: self,
        items: entries.map(({ note, about, html, address }) => ({
          id: `urn:uuid:${note.id}`,
          url: address,
          title: about,
          content_html: html,
          date_published: note.published_at,
          date_modified: note.updated_at,
          authors: [{ name: note.author_name }],
          language: note.language,
          tags: [note.kind],
        })),
      }),
  );
}
