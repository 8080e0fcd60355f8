import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { ask, StoreConflict, write, type StoreDb, type StoreTx, type UserTable } from "@/lib/store";
import { recordAudit, type Actor } from "@/lib/store/audit";
import { AccessRefused, AccountRefused } from "./errors";
import { hashPassword } from "./passwords";
import { issueLink } from "./links";
import type { AccountSummary, Role, SessionUser } from "./types";

const emailSchema = z.string().trim().max(254).toLowerCase().pipe(z.email());

/** An e-mail as accounts have it. @throws AccountRefused */
export function readEmail(text: string): string {
  const { success, data } = emailSchema.safeParse(text);
  if (!success) throw new AccountRefused("email");
  return data;
}

/** What of an account may leave this layer. */
export const sessionUserOf = ({ id, email, display_name: name, role }: UserTable): SessionUser => ({
  id,
  email,
  name,
  role,
});

/** The account as kept, or undefined. */
export const findAccount = (by: { id: string } | { email: string }, db?: StoreDb) =>
  ask(async (opened) => {
    const [column, value] = "id" in by ? (["id", by.id] as const) : (["email", by.email] as const);
    return opened.selectFrom("user").selectAll().where(column, "=", value).executeTakeFirst();
  }, db);

/** Whether any account exists: until one does, the set-up address works. */
export const anyAccount = (db?: StoreDb) =>
  ask(
    async (opened) =>
      (await opened.selectFrom("user").select("id").limit(1).executeTakeFirst()) !== undefined,
    db,
  );

/** Every account, by name. */
export const listAccounts = (db?: StoreDb): Promise<AccountSummary[]> =>
  ask(async (opened) => {
    const rows = await opened.selectFrom("user").selectAll().orderBy("email").execute();
    const linked = new Set(
      (await opened.selectFrom("identity").select("user_id").distinct().execute()).map((row) => row.user_id),
    );
    return rows.map((row) => ({
      ...sessionUserOf(row),
      state: row.disabled_at ? "disabled" : row.password_hash || linked.has(row.id) ? "active" : "invited",
      createdAt: row.created_at,
    }));
  }, db);

/**
 * Makes an account inside a transaction. @param passwordHash null until its invitation is accepted
 * @throws AccountRefused when the e-mail has one
 */
export async function insertAccount(
  tx: StoreTx,
  account: { email: string; name: string; role: Role; passwordHash: string | null },
): Promise<string> {
  const id = randomUUID();
  const { email, name, role, passwordHash } = account;
  const taken = await tx.selectFrom("user").select("id").where("email", "=", email).executeTakeFirst();
  if (taken) throw new AccountRefused("exists");
  await tx
    .insertInto("user")
    .values({
      id,
      email,
      display_name: name,
      role,
      password_hash: passwordHash,
      session_version: 1,
      disabled_at: null,
      created_at: new Date().toISOString(),
    })
    .execute();
  return id;
}

/**
 * Makes sure that an actor is still an administrator, in the transaction of what they do. Administrators' rows stay
 * locked until its end, so that two of them can't demote each other at once. The command line, which has no account, is
 * trusted as the machine is.
 */
export async function lockAdministrators(tx: StoreTx, actor: Actor): Promise<readonly UserTable[]> {
  const admins = await tx
    .updateTable("user")
    .set((eb) => ({ role: eb.ref("role") }))
    .where("role", "=", "admin")
    .returningAll()
    .execute();
  const able = admins.filter((one) => one.disabled_at === null);
  if (actor.id !== null && !able.some((one) => one.id === actor.id)) throw new AccessRefused(403);
  return able;
}

/** Makes sure that who acts is still an administrator, in the transaction that writes. @throws AccessRefused */
export async function requireAdministrator(tx: StoreTx, { id }: SessionUser): Promise<void> {
  const found = await tx
    .selectFrom("user")
    .select("id")
    .where("id", "=", id)
    .where("role", "=", "admin")
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  if (!found) throw new AccessRefused(403);
}

/** Two at once with one e-mail: the second is told as if it had come later. */
async function orExists<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof StoreConflict ? new AccountRefused("exists") : cause;
  }
}

type NewAccount = { email: string; name: string; role: Role };

/** Makes an account with its password, from the command line. @throws AccountRefused */
export async function addAccount(
  actor: Actor,
  { password, ...given }: NewAccount & { password: string },
  db?: StoreDb,
): Promise<string> {
  const account = { ...given, email: readEmail(given.email), passwordHash: await hashPassword(password) };
  return orExists(
    write(async (tx) => {
      await lockAdministrators(tx, actor);
      const id = await insertAccount(tx, account);
      await recordAudit(tx, actor, "account.added", `user/${id}`, {
        email: account.email,
        role: account.role,
      });
      return id;
    }, db),
  );
}

/**
 * Invites someone. @returns the secret of the one-time link, which is not kept and can't be shown again
 * @throws AccountRefused
 */
export async function inviteAccount(actor: Actor, given: NewAccount, db?: StoreDb): Promise<string> {
  const account = { ...given, email: readEmail(given.email), passwordHash: null };
  return orExists(
    write(async (tx) => {
      await lockAdministrators(tx, actor);
      const id = await insertAccount(tx, account);
      await recordAudit(tx, actor, "account.invited", `user/${id}`, {
        email: account.email,
        role: account.role,
      });
      return issueLink(tx, "invitation", id);
    }, db),
  );
}
