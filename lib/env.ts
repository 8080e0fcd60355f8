import "server-only";
import { resolve } from "node:path";
import { z } from "zod";

const EDITION_ID = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** A folder, absolute or relative to where the program runs; answers an absolute path. */
const folder = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((path) => resolve(/* turbopackIgnore: true */ process.cwd(), path));

const schema = z.object({
  /** TCP port of the server. */
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "a whole number from 1 to 65535 is expected")
    .default("3000")
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, "a whole number from 1 to 65535 is expected"),
  /** Address the server listens on; 127.0.0.1 keeps it to this machine. */
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "a host name or an address is expected")
    .default("127.0.0.1"),
  /** Folder of the editions. */
  DATA_DIR: folder("data/editions"),
  /** Folder of what the running program keeps for itself. */
  STATE_DIR: folder("var"),
  /** PostgreSQL server that keeps accounts and notes; unset, an embedded SQLite file of STATE_DIR does. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, "postgresql://user:password@host:port/database is expected")
    .optional(),
  /** Public address of the site, without a path: links in files and feeds, and where sign-in comes back to. */
  NEXTAUTH_URL: z
    .url({ protocol: /^https?$/, error: "an http or https address is expected" })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** Signs the sessions; unset, made once and kept in STATE_DIR. */
  NEXTAUTH_SECRET: z.string().min(32, "at least 32 characters are expected").optional(),
  /** OpenID Connect provider, by its issuer address; unset, accounts sign in by password alone. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "an http or https address is expected" }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** Edition served when an address names none; unset, the newest official one. */
  DEFAULT_EDITION: z
    .string()
    .regex(EDITION_ID, "the id of an edition is expected: lowercase letters, digits and hyphens")
    .optional(),
  /** Least of what is written in the log, a JSON line an event on standard error; `info` has a line for each request. */
  LOG_LEVEL: z
    .enum(["error", "warn", "info", "debug", "silent"], "error, warn, info, debug or silent is expected")
    .default("warn"),
  /** Milliseconds from which a question asked of the editions is written in the log, with its parameters. */
  SLOW_QUERY_MS: z
    .string()
    .regex(/^\d{1,6}$/, "a whole number of milliseconds is expected")
    .default("500")
    .transform(Number),
  /** Answers of the API made for one address in a minute, those kept in memory apart; 0 sets no limit. */
  API_PER_MINUTE: z
    .string()
    .regex(/^\d{1,7}$/, "a whole number of answers is expected")
    .default("6000")
    .transform(Number),
  /** Whoever brings it may read /api/metrics; unset, programs of this machine may. */
  METRICS_TOKEN: z.string().min(16, "at least 16 characters are expected").optional(),
  /** OpenTelemetry collector that spans are sent to, by its base address; unset, none is made. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "an http or https address is expected" })
    .optional(),
  /** Who publishes the site, who hosts it and how both are reached, as the legal notice says. */
  SITE_OPERATOR: z.string().max(300, "at most 300 characters are expected").optional(),
  SITE_HOST: z.string().max(300, "at most 300 characters are expected").optional(),
  SITE_CONTACT: z
    .union(
      [z.email(), z.url({ protocol: /^https?$/ })],
      "an e-mail address or the http(s) address of a page is expected",
    )
    .optional(),
  /** True: the program never reaches out of the machine. */
  OFFLINE: z
    .enum(["0", "1", "false", "true"], "1 (never reach out) or 0 is expected")
    .default("0")
    .transform((value) => value === "1" || value === "true"),
});

export type Env = z.output<typeof schema>;

/** Variables whose values are never written anywhere. */
const SECRET = new Set(["DATABASE_URL", "NEXTAUTH_SECRET", "OIDC_CLIENT_SECRET", "METRICS_TOKEN"]);

/** Names of every variable the program reads; .env.example lists the same. */
export const ENV_NAMES = Object.keys(schema.shape) as (keyof Env)[];

/** A variable that can't be used, with what to do about it, one line a variable. */
export class EnvError extends Error {}

/**
 * Reads the settings. An empty variable is an unset one.
 * @param source usually `process.env`
 * @throws EnvError naming each variable that can't be used, what is expected, and the remedy
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(
    ENV_NAMES.map((name) => [name, source[name]?.trim() || undefined]).filter(
      ([, value]) => value !== undefined,
    ),
  ) as Record<string, string>;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const value = SECRET.has(name) ? "" : `, not "${given[name]}"`;
    return `${name}: ${issue.message}${value}. Correct ${name} in the environment or in .env.local, or leave it out.`;
  });
  throw new EnvError(lines.join("\n"));
}

/** The settings of this process, read once. Nothing else in the program reads `process.env`. */
export const env: Env = parseEnv(process.env);

/**
 * Tells next-auth, which reads the environment itself, where the site is; without it, it would say port 3000. Addresses
 * are never taken from what a request says of its host.
 */
export function settleNextAuth(): void {
  process.env.NEXTAUTH_URL = env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`;
  delete process.env.AUTH_TRUST_HOST;
  delete process.env.VERCEL;
}
