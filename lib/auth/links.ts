import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { ask, type StoreDb, type StoreTx, type UserTable } from "@/lib/store";
import { AccountRefused } from "./errors";

export type LinkPurpose = "setup" | "invitation" | "password";

const HOUR_MS = 3_600_000;
const LASTS_MS: Record<LinkPurpose, number> = {
  setup: 24 * HOUR_MS,
  invitation: 72 * HOUR_MS,
  password: 24 * HOUR_MS,
};

const imprint = (secret: string) => createHash("sha256").update(secret).digest("base64url");

/**
 * Makes a one-time link. Earlier ones of the same account end; set-up addresses stay until one of them is used.
 * @returns its secret: the store keeps an imprint alone
 */
export async function issueLink(tx: StoreTx, purpose: LinkPurpose, userId: string | null): Promise<string> {
  const secret = randomBytes(24).toString("base64url");
  const now = Date.now();
  if (userId !== null) await endLinks(tx, userId);
  await tx
    .insertInto("user_token")
    .values({
      token_hash: imprint(secret),
      purpose,
      user_id: userId,
      expires_at: new Date(now + LASTS_MS[purpose]).toISOString(),
      used_at: null,
      created_at: new Date(now).toISOString(),
    })
    .execute();
  return secret;
}

/** Ends the links of an account that were not used. */
export async function endLinks(tx: StoreTx, userId: string): Promise<void> {
  await tx.deleteFrom("user_token").where("user_id", "=", userId).where("used_at", "is", null).execute();
}

export type OpenLink = { purpose: LinkPurpose; user: UserTable | null };

/** What a link is for, as long as it can be used; undefined otherwise. Looking does not use it. */
export function openLink(secret: string, db?: StoreDb): Promise<OpenLink | undefined> {
  return ask(async (opened) => {
    const token = await opened
      .selectFrom("user_token")
      .select(["purpose", "user_id"])
      .where("token_hash", "=", imprint(secret))
      .where("used_at", "is", null)
      .where("expires_at", ">", new Date().toISOString())
      .executeTakeFirst();
    if (!token) return undefined;
    const users = opened.selectFrom("user").selectAll();
    if (token.purpose === "setup")
      return (await users.limit(1).executeTakeFirst()) ? undefined : { purpose: "setup", user: null };
    const user = await users.where("id", "=", token.user_id).executeTakeFirst();
    return user && user.disabled_at === null ? { purpose: token.purpose, user } : undefined;
  }, db);
}

/**
 * Uses a link, once whatever comes at the same time. All set-up addresses are used together.
 * @throws AccountRefused when it can't be used (any more)
 */
export async function spendLink(tx: StoreTx, secret: string, purpose: LinkPurpose): Promise<string | null> {
  const now = new Date().toISOString();
  const spent = await tx
    .updateTable("user_token")
    .set({ used_at: now })
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .$if(purpose !== "setup", (query) => query.where("token_hash", "=", imprint(secret)))
    .returning(["token_hash", "user_id"])
    .execute();
  const own = spent.find((token) => token.token_hash === imprint(secret));
  if (!own) throw new AccountRefused("link-used");
  return own.user_id;
}
