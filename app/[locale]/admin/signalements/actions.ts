"use server";

import { revalidatePath } from "next/cache";
import { formAction, textOf } from "@/app/[locale]/_page/form-action";
import type { FormState } from "@/components/account/types";
import { handleReport, ReportClosed, type Handling } from "@/lib/annotations";
import { requireEditor } from "@/lib/auth/session";

/** What an editor does with a report, as the form says it; undefined when it says too little. */
function handlingOf(form: FormData): Handling | undefined {
  const answer = textOf(form, "answer").trim();
  const noteId = textOf(form, "note");
  switch (textOf(form, "change")) {
    case "answer":
      return answer === "" ? undefined : { status: "answered", answer: answer.slice(0, 4_000) };
    case "correct":
      return noteId === "" ? undefined : { status: "corrected", noteId };
    case "dismiss":
      return { status: "dismissed" };
    default:
      return undefined;
  }
}

const handling = formAction(async (form) => {
  const user = await requireEditor();
  const chosen = handlingOf(form);
  if (!chosen) return { error: "incomplete" };
  try {
    await handleReport({ userId: user.id }, textOf(form, "id"), chosen);
  } catch (cause) {
    if (cause instanceof ReportClosed) return { error: "closed" };
    throw cause;
  }
  revalidatePath("/[locale]/admin/signalements", "page");
  return { done: chosen.status };
});

/** Closes a report: answered, corrected by a note, or dismissed. */
export async function handle(state: FormState, form: FormData): Promise<FormState> {
  return handling(state, form);
}
