"use server";

import { randomUUID } from "node:crypto";
import { formAction, textOf } from "@/app/[locale]/_page/form-action";
import type { FormState } from "@/components/account/types";
import { createReport, reportSchema } from "@/lib/annotations";
import { allowReport } from "@/lib/auth/limits";
import { contextOf } from "@/lib/engine/engine";
import { requestAddress } from "@/lib/response-status";

/** Reports that one address may send in a quarter of an hour. */
const MOST = 5;

/** What a reader may quote to ask after their report. */
const referenceOf = (id: string) => id.slice(0, 8);

const reporting = formAction(async (form) => {
  // A program that fills every field is told the same as anyone, and nothing is kept.
  if (textOf(form, "website") !== "") return { done: "reported", reference: referenceOf(randomUUID()) };
  const content = reportSchema.safeParse({
    target: textOf(form, "target"),
    message: textOf(form, "message"),
    contact: textOf(form, "contact").trim() || null,
  });
  if (!content.success) return { error: "message" };
  const context = await contextOf(textOf(form, "edition"), "corrected");
  if (!context) return { error: "edition" };
  if (!(await allowReport(requestAddress(), MOST))) return { error: "throttled" };
  const id = await createReport(context.edition.id, content.data);
  return { done: "reported", reference: referenceOf(id) };
});

/** Keeps a reader's report for the editors. */
export async function report(state: FormState, form: FormData): Promise<FormState> {
  return reporting(state, form);
}
