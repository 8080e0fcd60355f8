"use server";

import { redirect } from "next/navigation";
import { localeOf, textOf } from "@/app/[locale]/_page/form-action";
import { contentOf, refusalOf, valuesOf } from "@/app/[locale]/_page/note-form-data";
import type { NoteFormState } from "@/components/notes/types";
import * as notes from "@/lib/annotations";
import { requireSameSite } from "@/lib/auth/same-site";
import { requireEditor } from "@/lib/auth/session";
import { localHref } from "@/lib/links";

const baseOf = (form: FormData) => Number.parseInt(textOf(form, "base"), 10) || 0;

/** The moment a form names, in the reader's own clock as the browser sent it; undefined for now. */
function momentOf(form: FormData): string | undefined {
  const from = textOf(form, "from");
  const moment = new Date(from);
  return from === "" || Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** Writes what the form says, then does what its button says. @returns the note's id */
async function writeNote(form: FormData): Promise<string> {
  const { id: userId } = await requireEditor();
  const actor = { userId };
  const edition = textOf(form, "edition");
  const intent = textOf(form, "intent");
  const given = textOf(form, "id");
  const content = contentOf(valuesOf(form));
  let note =
    given === ""
      ? await notes.createNote(actor, edition, content)
      : await notes.saveNote(actor, given, baseOf(form), content);
  if (intent === "publish") note = await notes.publishNote(actor, note.id, note.version, momentOf(form));
  if (intent === "withdraw") note = await notes.withdrawNote(actor, note.id, note.version);
  await notes.dropDraft(actor, { edition, subject: given || `new:${textOf(form, "subject")}` });
  return note.id;
}

/** Saves, publishes, schedules or withdraws a note. */
export async function saveNote(_state: NoteFormState, form: FormData): Promise<NoteFormState> {
  let id: string;
  try {
    await requireSameSite();
    id = await writeNote(form);
  } catch (cause) {
    return refusalOf(cause, valuesOf(form));
  }
  redirect(localHref(localeOf(form), `/admin/annotations/${id}?fait=${textOf(form, "intent") || "save"}`));
}

/** Keeps what is being typed, for its author alone. @returns whether it was kept */
export async function keepTyped(form: FormData): Promise<boolean> {
  await requireSameSite();
  const { id: userId } = await requireEditor();
  const content = Object.fromEntries(Object.entries(valuesOf(form)).filter(([name]) => name !== "from"));
  const subject = textOf(form, "id") || `new:${textOf(form, "subject")}`;
  const place = { edition: textOf(form, "edition"), subject };
  const kept = notes.draftSchema.safeParse(content);
  if (!kept.success) return false;
  await notes.keepDraft({ userId }, place, baseOf(form), kept.data);
  return true;
}

/** What is done with a note without changing its text: delete, take back, restore an older version. */
export async function changeNote(_state: NoteFormState, form: FormData): Promise<NoteFormState> {
  const id = textOf(form, "id");
  const change = textOf(form, "change");
  try {
    await requireSameSite();
    const actor = { userId: (await requireEditor()).id };
    const base = baseOf(form);
    if (change === "delete") await notes.deleteNote(actor, id, base);
    else if (change === "undelete") await notes.undeleteNote(actor, id, base);
    else await notes.restoreVersion(actor, id, base, Number.parseInt(change, 10));
  } catch (cause) {
    return refusalOf(cause, {});
  }
  redirect(
    localHref(localeOf(form), `/admin/annotations/${id}?fait=${/^\d+$/.test(change) ? "restore" : change}`),
  );
}
