import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { SEVERITIES } from "@/lib/codes/quality";
import { UPLOAD_FIELDS, type UploadRefusal } from "@/lib/publication/types";

const NAME = "observatoire-envoi";
/** Time to read it and send again. */
const MAX_AGE_S = 900;
/** A cookie holds four thousand signs. */
const MAX_LENGTH = 3_800;

const bilingual = z.object({ fr: z.string(), en: z.string() });
const place = { file: z.string().nullable(), line: z.int().nullable(), column: z.string().nullable() };
const schema = z.object({
  typed: z.record(z.string(), z.string()),
  refusal: z.union([
    z.object({
      code: z.literal("edition"),
      refusal: z.object({ edition: z.string(), ...place, reason: bilingual }),
      counts: z.record(z.enum(SEVERITIES), z.int()),
    }),
    z.object({ code: z.literal("download"), reason: z.string() }),
    z.object({
      code: z.enum([
        ...["not-a-form", "no-length", "too-large", "cut", "no-file", "unexpected", "different", "waiting"],
        ...["not-writable", "disk-full", "offline"],
      ] as const),
    }),
  ]),
});

type Refused = { refusal: UploadRefusal; typed: Readonly<Record<string, string>> };

const seal = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/**
 * Keeps in the reader's own browser why an upload was refused and what they typed: nothing of it is left here. Only for
 * the page that shows it next.
 */
export async function keepRefusal({ refusal, typed }: Refused): Promise<void> {
  const kept = (length: number) =>
    Object.fromEntries(UPLOAD_FIELDS.map((name) => [name, (typed[name] ?? "").slice(0, length)]));
  const sealed = [300, 100, 32].map((length) => seal({ refusal, typed: kept(length) }));
  const value = sealed.find((one) => one.length <= MAX_LENGTH) ?? seal({ refusal, typed: {} });
  const options = { httpOnly: true, sameSite: "lax", maxAge: MAX_AGE_S, path: "/" } as const;
  (await cookies()).set(NAME, value, options);
}

// It comes from the browser: whatever it holds is only a text shown back to it.
const sealed = z
  .string()
  .transform((value, context) => {
    try {
      return JSON.parse(Buffer.from(value, "base64url").toString()) as unknown;
    } catch {
      context.addIssue("not ours");
      return z.NEVER;
    }
  })
  .pipe(schema);

/** The refusal kept, when there is one that can be read. */
export async function keptRefusal(): Promise<Refused | undefined> {
  const parsed = sealed.safeParse((await cookies()).get(NAME)?.value);
  return parsed.success ? (parsed.data as Refused) : undefined;
}
