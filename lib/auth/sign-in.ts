import "server-only";
import { write, type StoreDb, type UserTable } from "@/lib/store";
import { recordAudit } from "@/lib/store/audit";
import { findAccount } from "./accounts";
import { allowSignIn, rememberAddress } from "./limits";
import { verifyPassword } from "./passwords";

export type SignIn = { account: UserTable } | { refused: "credentials" | "throttled" };

/**
 * Signs in by password. Limits come before any hashing; unknown, closed and known accounts take the same path, with
 * one hash each, and get the same answer.
 * @param address network address of who asks
 */
export async function signInWithPassword(
  given: { email: string; password: string },
  address: string,
  db?: StoreDb,
): Promise<SignIn> {
  const email = given.email.trim().toLowerCase().slice(0, 254);
  if (!(await allowSignIn(email, address, undefined, db))) return { refused: "throttled" };
  const account = await findAccount({ email }, db);
  const right = await verifyPassword(account?.password_hash ?? null, given.password.slice(0, 1_000));
  if (!right || !account || account.disabled_at !== null) return { refused: "credentials" };
  await rememberAddress(email, address, undefined, db);
  await recordSignIn(account, "password", db);
  return { account };
}

/** Notes in the audit that someone signed in. @param by "password" or the provider's issuer */
export async function recordSignIn(account: UserTable, by: string, db?: StoreDb): Promise<void> {
  const actor = { id: account.id, name: account.display_name };
  await write((tx) => recordAudit(tx, actor, "session.started", `user/${account.id}`, { by }), db);
}
