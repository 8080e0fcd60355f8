import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/env";
import { storeError } from "@/lib/store/errors";

/** Name of the file of STATE_DIR that keeps the secret. */
export const SECRET_FILE = "nextauth-secret";

/**
 * The secret kept in a folder, made when absent: whole at once, readable by its owner alone, and the same for
 * processes that start together.
 */
export function keptSecret(folder: string): string {
  const path = join(folder, SECRET_FILE);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomUUID()}`;
    writeFileSync(draft, randomBytes(48).toString("base64url"), { mode: 0o600, flush: true });
    try {
      linkSync(draft, path);
    } catch (cause) {
      // Another process was first: its secret is the one.
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    } finally {
      rmSync(draft);
    }
  }
  chmodSync(path, 0o600);
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length < 32)
    throw new Error(`${SECRET_FILE} of STATE_DIR is too short: remove it, a new one is made`);
  return secret;
}

let secret: string | undefined;

/** What signs the sessions: NEXTAUTH_SECRET, or the one kept in STATE_DIR. @throws StoreUnavailable */
export function authSecret(): string {
  try {
    return (secret ??= env.NEXTAUTH_SECRET ?? keptSecret(env.STATE_DIR));
  } catch (cause) {
    throw storeError(cause);
  }
}

/** Public address of the site. */
export const siteUrl = (): string => env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`;
