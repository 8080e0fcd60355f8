import "server-only";
import type { JWT } from "next-auth/jwt";
import type { StoreDb, UserTable } from "@/lib/store";
import { findAccount } from "./accounts";

/** A session ends when nothing is asked for so long, and after so long in any case. In seconds. */
export const IDLE_S = 60 * 60;
export const WHOLE_S = 8 * 60 * 60;

const seconds = () => Math.floor(Date.now() / 1000);

/** What the session's token says: whose it is, of which version of their sessions, since when. */
export function claimsOf(account: UserTable): JWT {
  return { sub: account.id, version: account.session_version, since: seconds() };
}

/**
 * The account a token still stands for, read anew from the store each time; undefined when the session has ended, by
 * its age or because the account's sessions were (sign-out, new password, new role, closed).
 */
export async function accountOf(token: JWT | null, db?: StoreDb): Promise<UserTable | undefined> {
  if (typeof token?.sub !== "string" || typeof token.since !== "number") return undefined;
  if (seconds() - token.since >= WHOLE_S) return undefined;
  const account = await findAccount({ id: token.sub }, db);
  if (!account || account.disabled_at !== null) return undefined;
  return account.session_version === token.version ? account : undefined;
}

/** Whether a token is old enough to be made anew, so that who works is not idle. */
export const isDueAnew = (token: JWT): boolean =>
  typeof token.iat === "number" && seconds() - token.iat > 300;
