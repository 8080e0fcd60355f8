import "server-only";
import { z } from "zod";
import { BASES } from "@/lib/codes/types";
import { EDITION_ID } from "@/lib/editions/manifest";
import type { Bilingual } from "@/lib/editions/types";
import { BadAddress } from "@/lib/queries/request";

/** What the API is asked, by the name of its list or thing. */
export type Asked =
  | ("editions" | "indicators" | "indicator" | "search" | "organisation" | "platform")
  | ("organisations" | "platforms" | "bound-authorities" | "quality" | "changes");

/** A question put to the API. */
export type Question = {
  asks: Asked;
  segments: { edition: string; id: string };
  /** In the API, without its host. */
  address: string;
  /** Where people read the same, without its language; null where no page shows just that. */
  page: string | null;
  /** What is asked, for the citation, where the API's answer does not say. */
  what: Bilingual;
};

/** A tool as programs are told of it, and the question to the API that it puts. */
export type Tool = {
  name: string;
  title: Bilingual;
  /** In English, the language of the protocol's readers. */
  description: string;
  input: z.ZodObject;
  output: z.ZodObject;
  /**
   * @param given arguments, as sent
   * @param edition the one asked when none is named
   * @throws BadAddress naming each argument that is unknown or can't be honoured
   */
  question: (given: unknown, edition: string) => Question;
};

/** @throws BadAddress */
function read<I extends z.ZodObject>(input: I, given: unknown): z.output<I> {
  const parsed = input.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const known = (path: readonly PropertyKey[]) => {
    const own = path.length === 0 ? input : input.shape[String(path[0])];
    const inner: unknown = own instanceof z.ZodOptional ? own.unwrap() : own;
    return inner instanceof z.ZodObject ? Object.keys(inner.shape).join(", ") || "none" : "none";
  };
  throw new BadAddress(
    parsed.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({
            parameter: [...issue.path, key].map(String).join(".").slice(0, 60),
            message: `unknown parameter; known ones are ${known(issue.path)}`,
          }))
        : [{ parameter: issue.path.map(String).join(".") || "arguments", message: issue.message }],
    ),
  );
}

/** Defines a tool; what it takes is read by the schema that it is described with. */
export function defineTool<I extends z.ZodObject>({
  ask,
  ...tool
}: Omit<Tool, "question" | "input"> & {
  input: I;
  ask: (asked: z.output<I>, edition: string) => Question;
}): Tool {
  return { ...tool, question: (given, edition) => ask(read(tool.input, given), edition) };
}

export const EDITION = z
  .string()
  .regex(EDITION_ID, "expected the id of an edition, as list_editions gives it")
  .optional()
  .describe("Id of an edition, as list_editions gives it; without it, the default edition.");

export const BASIS = z
  .enum(BASES, `expected ${BASES.join(" or ")}`)
  .default("corrected")
  .describe(
    "“corrected” (default) repairs regions, populations and longitudes that the register proves wrong; “file” takes the file at its word.",
  );

const text = z.string();
/** What every answer says of where it comes from. */
const provenance = z
  .looseObject({
    permalink: text.describe("Address in the API that gives the same again."),
    page: text.nullable().describe("Page where people read the same."),
    citation: text.describe("Ready to be quoted."),
    notes: z
      .array(z.looseObject({ target: text, kind: text, body: text, author: text, date: text }))
      .nullable()
      .describe("Published notes on what the answer holds; null: they could not be read."),
    columns: z.record(text, text).optional().describe("Meaning, unit and source of each column."),
  })
  .describe("Where the answer comes from, and how to cite it.");

/** The head of an answer about one edition. */
const EDITION_HEAD = {
  edition: text,
  title: z.object({ fr: text, en: text }),
  as_of: text.describe("Day that the figures are of."),
  fictitious: z.boolean().describe("True: demonstration data, nothing in it is real."),
  ...{ licence: text, licence_url: text.nullable(), attribution: text.describe("Credit to be given.") },
};

/** Schema of an answer about one edition. */
export const answerOf = (shape: z.ZodRawShape) => z.looseObject({ ...EDITION_HEAD, ...shape, provenance });

/** A schema as JSON Schema, without its dialect's name. */
export function toolSchema(schema: z.ZodObject, io: "input" | "output"): { type: "object" } {
  const made = z.toJSONSchema(schema, { unrepresentable: "any", io });
  delete made.$schema;
  return { ...made, type: "object" };
}
