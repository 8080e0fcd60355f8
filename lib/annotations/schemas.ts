import { z } from "zod";
import { targetSchema } from "./targets";

export const NOTE_KINDS = ["comment", "method", "warning", "correction", "source"] as const;
export const NOTE_STATUSES = ["draft", "published", "withdrawn"] as const;
export const NOTE_LANGUAGES = ["fr", "en"] as const;

/** Longest text of a note, in characters: a page of print. */
export const MAX_BODY = 10_000;

/** What a correction proposes for one value of the file; the file itself stays as it was published. */
export const correctionSchema = z.strictObject({
  column: z.string().regex(/^[a-z][a-z_]{0,60}$/, "the name of a column is expected"),
  file_value: z.string().max(2_000),
  proposed: z.string().max(2_000),
  reason: z.string().trim().min(1, "a reason is expected").max(2_000),
  proof: z
    .url({ protocol: /^https?$/, error: "a web address is expected" })
    .max(2_000)
    .nullable(),
});
export type Correction = z.infer<typeof correctionSchema>;

/** What an editor writes: all of a note that is of a version. */
export const noteContentSchema = z
  .strictObject({
    target: targetSchema,
    kind: z.enum(NOTE_KINDS),
    language: z.enum(NOTE_LANGUAGES),
    body: z
      .string()
      .trim()
      .min(1, "a text is expected")
      .max(MAX_BODY, `at most ${MAX_BODY} characters are expected`),
    correction: correctionSchema.nullable(),
  })
  .refine(({ kind, correction }) => (kind === "correction") === (correction !== null), {
    path: ["correction"],
    message: "a correction, and nothing else, names a column and a value",
  });
export type NoteContent = z.infer<typeof noteContentSchema>;

/** What a reader reports. */
export const reportSchema = z.strictObject({
  target: targetSchema,
  message: z.string().trim().min(10, "at least 10 characters are expected").max(4_000),
  contact: z.string().trim().max(200).nullable(),
});
export type ReportContent = z.infer<typeof reportSchema>;
