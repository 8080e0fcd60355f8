import { z } from "zod";
import { BASES, type Basis } from "@/lib/codes/types";
import { BadAddress } from "@/lib/queries/request";
import { MAX_WORDS } from "./search";

const schema = z.strictObject({
  q: z.string().trim().max(MAX_WORDS, `at most ${MAX_WORDS} characters`).default(""),
  limit: z
    .string()
    .regex(/^([1-9]|[1-4]\d|50)$/, "a whole number from 1 to 50 is expected")
    .default("5")
    .transform(Number),
  basis: z.enum(BASES, `expected ${BASES.join(" or ")}`).default("corrected"),
});

/**
 * Reads what the search is asked: `q`, `limit` results of each kind, `basis`.
 * @throws BadAddress naming each parameter that is unknown, repeated or can't be honoured
 */
export function readSearch(params: URLSearchParams): { q: string; limit: number; basis: Basis } {
  const repeated = [...new Set(params.keys())].filter((name) => params.getAll(name).length > 1);
  if (repeated.length > 0)
    throw new BadAddress(repeated.map((parameter) => ({ parameter, message: "given more than once" })));
  const parsed = schema.safeParse(Object.fromEntries(params));
  if (parsed.success) return parsed.data;
  throw new BadAddress(
    parsed.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((name) => ({
            parameter: name.slice(0, 60),
            message: "unknown parameter; known ones are q, limit, basis",
          }))
        : [{ parameter: String(issue.path[0]), message: issue.message }],
    ),
  );
}
