"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { textOf } from "@/app/[locale]/_page/form-action";
import { codeOf } from "@/app/[locale]/_page/note-form-data";
import type { BulkState } from "@/components/notes/bulk-table";
import { BULK_CHANGES, BULK_LIMIT, changeNotes } from "@/lib/annotations";
import { requireSameSite } from "@/lib/auth/same-site";
import { requireEditor } from "@/lib/auth/session";
import { log } from "@/lib/watch/log";

const wantedSchema = z.object({
  change: z.enum(BULK_CHANGES),
  notes: z
    .array(
      z
        .string()
        .regex(/^[0-9a-f-]{36}:\d{1,9}$/)
        .transform((value) => {
          const [id = "", version] = value.split(":");
          return { id, version: Number(version) };
        }),
    )
    .min(1)
    .max(BULK_LIMIT),
});

/** Publishes, withdraws, deletes or takes back the notes chosen, each by itself. */
export async function changeMany(_state: BulkState, form: FormData): Promise<BulkState> {
  try {
    await requireSameSite();
    const { id: userId } = await requireEditor();
    const wanted = wantedSchema.safeParse({ change: textOf(form, "change"), notes: form.getAll("note") });
    if (!wanted.success) return { error: "none", results: [] };
    const results = await changeNotes({ userId }, wanted.data.change, wanted.data.notes);
    // More than anyone changes by hand: someone should look.
    if (results.some(({ outcome }) => outcome === "limit")) log.warn({ event: "bulk_limit", user: userId });
    refresh();
    return { results };
  } catch (cause) {
    return { error: codeOf(cause), results: [] };
  }
}
