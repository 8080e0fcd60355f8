import "server-only";
import { getTranslations } from "next-intl/server";
import type { NoteFormState } from "@/components/notes/types";
import { NOTE_KINDS, NOTE_LANGUAGES, readableNotes } from "@/lib/annotations";
import { noteLinks } from "@/lib/annotations/markdown";
import type { SessionUser } from "@/lib/auth/types";
import { hasTerm } from "@/lib/glossary";
import type { Locale } from "@/lib/links";
import { shownNote } from "./notes";

/** What is to be said of links to notes that readers don't have; "" when they have all. */
export async function goneLinks(body: string, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "desk" });
  const ids = noteLinks(body);
  const found = await readableNotes(ids);
  const count = ids.filter((id) => !found.has(id)).length;
  return count > 0 ? t("gone", { count }) : "";
}

/** A note that is being written, as readers would see it today. */
export async function previewOf(
  values: Readonly<Record<string, string>>,
  user: SessionUser,
  locale: Locale,
): Promise<NonNullable<NoteFormState["preview"]>> {
  const { body = "", column = "", file_value = "", proposed = "" } = values;
  const kind = NOTE_KINDS.find((one) => one === values.kind) ?? "comment";
  const at = new Date().toISOString();
  const note = await shownNote(
    {
      ...{ id: "preview", edition: "", target: values.target ?? "", kind, body },
      language: NOTE_LANGUAGES.find((one) => one === values.language) ?? locale,
      // A column that is none is told when the note is saved.
      correction:
        kind === "correction" && hasTerm(column)
          ? { column, file_value, proposed, reason: "", proof: null }
          : null,
      ...{ status: "draft", published_at: at, version: 0, author_id: user.id, author_name: user.name },
      ...{ created_at: at, updated_at: at, deleted_at: null },
    },
    locale,
  );
  return { note, gone: await goneLinks(body, locale) };
}
