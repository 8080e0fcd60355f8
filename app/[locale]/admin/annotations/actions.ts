"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { localeOf, textOf } from "@/app/[locale]/_page/form-action";
import { codeOf, contentOf, refusalOf, valuesOf } from "@/app/[locale]/_page/note-form-data";
import { previewOf } from "@/app/[locale]/_page/note-preview";
import type { Kept, LinkChoice, NoteFormState } from "@/components/notes/types";
import * as notes from "@/lib/annotations";
import { returnPath } from "@/lib/auth/return-path";
import { requireSameSite } from "@/lib/auth/same-site";
import { requireEditor } from "@/lib/auth/session";
import { formatTime, momentInParis } from "@/lib/format";
import { localHref, queryString } from "@/lib/links";

const baseOf = (form: FormData) => Number.parseInt(textOf(form, "base"), 10) || 0;

/** The moment that a form names by the clocks of Paris; undefined for now. @throws ZodError when they never show it */
const momentOf = (form: FormData) =>
  z
    .object({
      from: z.string().transform((typed, context) => {
        const moment = typed === "" ? undefined : momentInParis(typed);
        if (typed !== "" && moment === undefined)
          context.addIssue({ code: "custom", message: "a moment is expected" });
        return moment;
      }),
    })
    .parse({ from: textOf(form, "from") }).from;

const hrefOf = (form: FormData, id: string, done: string) => {
  const back = returnPath(textOf(form, "retour"), "");
  return localHref(localeOf(form), `/admin/annotations/${id}${queryString({ fait: done, retour: back })}`);
};

/** Writes what the form says, then does what its button says. @returns the note's id */
async function submit(userId: string, form: FormData, intent: string): Promise<string> {
  const publishing = intent === "publish";
  const { id } = await notes.submitNote(
    { userId },
    {
      ...{ id: textOf(form, "id"), edition: textOf(form, "edition"), base: baseOf(form) },
      content: contentOf(valuesOf(form)),
      ...(publishing || intent === "withdraw" ? { then: intent } : {}),
      ...(publishing ? { from: momentOf(form) } : {}),
      draft: textOf(form, "subject"),
    },
  );
  return id;
}

/** Saves, publishes, schedules or withdraws a note, or shows it as readers would have it. */
export async function saveNote(_state: NoteFormState, form: FormData): Promise<NoteFormState> {
  const values = valuesOf(form);
  const intent = textOf(form, "intent") || "save";
  let href: string;
  try {
    await requireSameSite();
    const user = await requireEditor();
    if (intent === "preview")
      return {
        faults: [],
        values,
        base: baseOf(form),
        preview: await previewOf(values, user, localeOf(form)),
      };
    const done =
      intent === "publish" && (momentOf(form) ?? "") > new Date().toISOString() ? "schedule" : intent;
    href = hrefOf(form, await submit(user.id, form, intent), done);
  } catch (cause) {
    return { base: baseOf(form), ...refusalOf(cause, values) };
  }
  // With script, the page decides where to go: a panel stays where it is.
  if (textOf(form, "stay")) return { faults: [], values, saved: { href } };
  redirect(href);
}

/** Keeps what is being typed, for its author alone. */
export async function keepTyped(form: FormData): Promise<Kept> {
  try {
    await requireSameSite();
    const { id: userId } = await requireEditor();
    const kept = notes.draftSchema.safeParse({ ...valuesOf(form), id: textOf(form, "id") });
    if (!kept.success) return { error: "invalid" };
    const place = { edition: textOf(form, "edition"), subject: textOf(form, "subject") };
    await notes.keepDraft({ userId }, place, baseOf(form), kept.data);
    return { at: formatTime(localeOf(form), new Date().toISOString()) };
  } catch (cause) {
    return { error: codeOf(cause) };
  }
}

/** Notes that hold some words, to link to. @param own the note that is being written */
export async function findNotes(words: string, own: string): Promise<LinkChoice[]> {
  await requireSameSite();
  const { id: userId } = await requireEditor();
  const text = z.string().max(200).parse(words).trim();
  const { notes: found } = await notes.deskNotes({ userId }, text ? { text } : {}, 1, 9);
  return found
    .filter(({ id }) => id !== own)
    .slice(0, 8)
    .map(({ id, target, body }) => ({ id, label: target, text: body.slice(0, 90) }));
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
  const href = hrefOf(form, id, /^\d+$/.test(change) ? "restore" : change);
  if (textOf(form, "stay")) return { faults: [], values: {}, saved: { href } };
  redirect(href);
}
