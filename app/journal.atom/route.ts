import { journalAnswer } from "@/app/api/_http/journal";
import { noteHtml } from "@/lib/annotations/markdown";
import { noteAddress } from "@/lib/api/note-address";
import { pageUrl } from "@/lib/api/site-url";
import { xmlText as xml } from "@/lib/xml";

/** The published notes of an edition as an Atom feed (RFC 4287), newest first. */
export function GET(request: Request): Promise<Response> {
  return journalAnswer(request, "application/atom+xml; charset=utf-8", (edition, notes, hrefOf) => {
    const journal = pageUrl("fr", `/journal?edition=${edition.id}`);
    const updated = notes
      .map(({ updated_at }) => updated_at)
      .toSorted()
      .at(-1);
    const entries = notes.map(
      (note) => `  <entry>
    <id>urn:uuid:${note.id}</id>
    <title>${xml(note.target)}</title>
    <link href="${xml(noteAddress(note))}"/>
    <published>${note.published_at}</published>
    <updated>${note.updated_at}</updated>
    <author><name>${xml(note.author_name)}</name></author>
    <content type="html" xml:lang="${note.language}">${xml(noteHtml(note.body, hrefOf))}</content>
  </entry>`,
    );
    return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>${xml(journal)}</id>
  <title>${xml(edition.manifest.title.fr)}</title>
  <link href="${xml(journal)}"/>
  <link rel="self" href="${xml(pageUrl("fr", `/journal.atom?edition=${edition.id}`))}"/>
  <updated>${updated ?? `${edition.manifest.asOf}T00:00:00Z`}</updated>
${entries.join("\n")}
</feed>
`;
  });
}
