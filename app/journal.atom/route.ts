import { journalAnswer } from "@/app/api/_http/journal";
import { xmlText as xml } from "@/lib/xml";

/** The published notes of an edition as an Atom feed (RFC 4287), newest first. */
export function GET(request: Request): Promise<Response> {
  return journalAnswer(
    request,
    "/journal.atom",
    "application/atom+xml; charset=utf-8",
    ({ edition, title, page, self, entries }) => {
      const updated = entries
        .map(({ note }) => note.updated_at)
        .toSorted()
        .at(-1);
      const written = entries.map(
        ({ note, about, html, address }) => `  <entry>
    <id>urn:uuid:${note.id}</id>
    <title xml:lang="${note.language}">${xml(about)}</title>
    <link href="${xml(address)}"/>
    <published>${note.published_at}</published>
    <updated>${note.updated_at}</updated>
    <author><name>${xml(note.author_name)}</name></author>
    <category term="${note.kind}"/>
    <content type="html" xml:lang="${note.language}">${xml(html)}</content>
  </entry>`,
      );
      return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>${xml(page)}</id>
  <title>${xml(title)}</title>
  <link href="${xml(page)}"/>
  <link rel="self" href="${xml(self)}"/>
  <updated>${updated ?? `${edition.manifest.asOf}T00:00:00Z`}</updated>
${written.join("\n")}
</feed>
`;
    },
  );
}
