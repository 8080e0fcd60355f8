import "server-only";
import { write, type StoreDb, type StoreTx, type UserTable } from "@/lib/store";
import { recordAudit, type Actor } from "@/lib/store/audit";
import { lockAdministrators } from "./accounts";
import { AccountRefused } from "./errors";
import { endLinks, issueLink } from "./links";
import { hashPassword, passwordFault, verifyPassword } from "./passwords";
import type { Role } from "./types";

type Change = Partial<Pick<UserTable, "role" | "disabled_at" | "password_hash" | "display_name">>;

/** Changes an account and ends all its sessions. */
export async function changeAccount(tx: StoreTx, id: string, change: Change): Promise<void> {
  await tx
    .updateTable("user")
    .set((eb) => ({ ...change, session_version: eb("session_version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

type Managed = { tx: StoreTx; account: UserTable };

/** An administrator's change of an account, whole or not at all. @param weakens it takes an administrator away */
async function manage<T>(
  actor: Actor,
  id: string,
  weakens: (account: UserTable) => boolean,
  work: (managed: Managed) => Promise<T>,
  db?: StoreDb,
): Promise<T> {
  return write(async (tx) => {
    const admins = await lockAdministrators(tx, actor);
    const account = await tx.selectFrom("user").selectAll().where("id", "=", id).executeTakeFirst();
    if (!account) throw new AccountRefused("unknown");
    const last = admins.length === 1 && admins[0]?.id === id;
    if (weakens(account) && last) throw new AccountRefused("last-admin");
    if (weakens(account) && actor.id === id) throw new AccountRefused("self");
    return work({ tx, account });
  }, db);
}

/** Gives an account another role; its sessions end. @throws AccountRefused, AccessRefused */
export const setRole = (actor: Actor, id: string, role: Role, db?: StoreDb) =>
  manage(
    actor,
    id,
    () => role !== "admin",
    async ({ tx, account }) => {
      if (account.role === role) return;
      await changeAccount(tx, id, { role });
      await recordAudit(tx, actor, "account.role", `user/${id}`, { from: account.role, to: role });
    },
    db,
  );

/** Closes an account, or opens it again; its sessions and links end. @throws AccountRefused, AccessRefused */
export const setDisabled = (actor: Actor, id: string, disabled: boolean, db?: StoreDb) =>
  manage(
    actor,
    id,
    () => disabled,
    async ({ tx, account }) => {
      if ((account.disabled_at !== null) === disabled) return;
      await changeAccount(tx, id, { disabled_at: disabled ? new Date().toISOString() : null });
      await endLinks(tx, id);
      await recordAudit(tx, actor, disabled ? "account.disabled" : "account.enabled", `user/${id}`);
    },
    db,
  );

/**
 * A new one-time link for an account: its invitation again, or a new password when it has one.
 * @returns the secret of the link @throws AccountRefused, AccessRefused
 */
export const renewLink = (actor: Actor, id: string, db?: StoreDb) =>
  manage(
    actor,
    id,
    () => false,
    async ({ tx, account }) => {
      if (account.disabled_at !== null) throw new AccountRefused("unknown");
      const purpose = account.password_hash === null ? "invitation" : "password";
      await recordAudit(tx, actor, "account.link", `user/${id}`, { purpose });
      return issueLink(tx, purpose, id);
    },
    db,
  );

/** Sets a password from the command line; the account's sessions end. @throws AccountRefused */
export async function resetPassword(actor: Actor, id: string, password: string, db?: StoreDb): Promise<void> {
  const password_hash = await hashPassword(password);
  await manage(
    actor,
    id,
    () => false,
    async ({ tx }) => {
      await changeAccount(tx, id, { password_hash });
      await endLinks(tx, id);
      await recordAudit(tx, actor, "account.password", `user/${id}`);
    },
    db,
  );
}

/**
 * Someone changes their own password; every session of theirs ends.
 * @throws AccountRefused "wrong-password" when the present one is not it, or what is wrong with the new one
 */
export async function changeOwnPassword(
  account: UserTable,
  given: { present: string; chosen: string },
  db?: StoreDb,
): Promise<void> {
  if (!(await verifyPassword(account.password_hash, given.present)))
    throw new AccountRefused("wrong-password");
  const fault = passwordFault(given.chosen, [account.email, account.display_name]);
  if (fault) throw new AccountRefused(fault);
  const password_hash = await hashPassword(given.chosen);
  await write(async (tx) => {
    await changeAccount(tx, account.id, { password_hash });
    const actor = { id: account.id, name: account.display_name };
    await recordAudit(tx, actor, "account.password", `user/${account.id}`);
  }, db);
}
