import { z } from "zod";
import { ORGANISATION_COLUMNS, PLATFORM_COLUMNS } from "@/lib/editions/columns";
import { kindOf, targetSchema } from "./targets";

export const NOTE_KINDS = ["comment", "method", "warning", "correction", "source"] as const;
export const NOTE_STATUSES = ["draft", "published", "withdrawn"] as const;
export const NOTE_LANGUAGES = ["fr", "en"] as const;

/** Longest text of a note, in characters: a page of print. */
export const MAX_BODY = 10_000;

/** A text that both stores keep as it is: PostgreSQL refuses NUL, and half a character is no UTF-8. */
const text = (most: number, error?: string) =>
  z
    .string()
    .refine((typed) => typed.isWellFormed() && !typed.includes("\0"), "a text is expected")
    .transform((typed) => typed.replace(/\r\n?/g, "\n"))
    .pipe(z.string().max(most, error));
const said = (most: number, missing: string, long?: string) =>
  text(most, long).pipe(z.string().trim().min(1, missing));

/** What a correction proposes for one value of the file; the file itself stays as it was published. */
export const correctionSchema = z.strictObject({
  column: z.string().regex(/^[a-z][a-z_]{0,60}$/, "the name of a column is expected"),
  file_value: text(2_000),
  proposed: text(2_000),
  reason: said(2_000, "a reason is expected"),
  proof: z
    .url({ protocol: /^https?$/, error: "a web address is expected" })
    .max(2_000)
    .nullable(),
});
export type Correction = z.infer<typeof correctionSchema>;

const COLUMNS = { organisation: ORGANISATION_COLUMNS, platform: PLATFORM_COLUMNS };

/** Why a correction does not go with what it is about. */
function correctionFault(target: string, { column, file_value: value, proposed }: Correction) {
  const kind = kindOf(target);
  if (kind !== "organisation" && kind !== "platform")
    return { path: [], message: "a row of a file is expected: an organisation or a platform" };
  if (!COLUMNS[kind].some(({ name }) => name === column))
    return { path: ["column"], message: "a column of the file is expected" };
  return value === proposed ? { path: ["proposed"], message: "another value is expected" } : undefined;
}

/** What an editor writes: all of a note that is of a version. */
export const noteContentSchema = z
  .strictObject({
    target: targetSchema,
    kind: z.enum(NOTE_KINDS),
    language: z.enum(NOTE_LANGUAGES),
    body: said(MAX_BODY, "a text is expected", `at most ${MAX_BODY} characters are expected`),
    correction: correctionSchema.nullable(),
  })
  .refine(({ kind, correction }) => (kind === "correction") === (correction !== null), {
    path: ["correction"],
    message: "a correction, and nothing else, names a column and a value",
  })
  .superRefine(({ target, correction }, context) => {
    const fault = correction && correctionFault(target, correction);
    if (fault)
      context.addIssue({ code: "custom", path: ["correction", ...fault.path], message: fault.message });
  });
export type NoteContent = z.infer<typeof noteContentSchema>;

/** What a reader reports. */
export const reportSchema = z.strictObject({
  target: targetSchema,
  message: text(4_000).pipe(z.string().trim().min(10, "at least 10 characters are expected")),
  contact: text(200).pipe(z.string().trim()).nullable(),
});
export type ReportContent = z.infer<typeof reportSchema>;
