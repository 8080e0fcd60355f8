import "server-only";
import { write, type StoreDb, type StoreTx } from "@/lib/store";
import { recordAudit } from "@/lib/store/audit";
import { anyAccount, insertAccount, readEmail } from "./accounts";
import { AccountRefused } from "./errors";
import { issueLink, openLink, spendLink } from "./links";
import { changeAccount } from "./manage";
import { hashPassword, passwordFault } from "./passwords";

/** A one-time set-up link. @returns its secret, or undefined once there is an account */
export async function setupSecret(db?: StoreDb): Promise<string | undefined> {
  if (await anyAccount(db)) return undefined;
  return write((tx) => issueLink(tx, "setup", null), db);
}

/** What is typed on the page of a one-time link; e-mail and name count where the link does not know them. */
export type Acceptance = { secret: string; email: string; name: string; password: string };

async function makeFirst(tx: StoreTx, given: { email: string; name: string; passwordHash: string }) {
  const present = await tx.selectFrom("user").select("id").limit(1).executeTakeFirst();
  if (present) throw new AccountRefused("not-first");
  return insertAccount(tx, { ...given, role: "admin" });
}

/**
 * Makes the first account, accepts an invitation or sets a forgotten password, whichever the link is for, and uses the
 * link up. @returns id of the account, whose earlier sessions have ended
 * @throws AccountRefused
 */
export async function acceptLink(
  { secret, email, name, password }: Acceptance,
  db?: StoreDb,
): Promise<string> {
  const link = await openLink(secret, db);
  if (!link) throw new AccountRefused("link-used");
  const own = { email: link.user?.email ?? readEmail(email), name: name.trim() };
  if (link.purpose !== "password" && own.name === "") throw new AccountRefused("name");
  const fault = passwordFault(password, [own.email, own.name]);
  if (fault) throw new AccountRefused(fault);
  const passwordHash = await hashPassword(password);
  return write(async (tx) => {
    const userId = await spendLink(tx, secret, link.purpose);
    const id = userId ?? (await makeFirst(tx, { ...own, passwordHash }));
    if (userId !== null) {
      await changeAccount(tx, id, {
        password_hash: passwordHash,
        ...(own.name && { display_name: own.name }),
      });
    }
    const actor = { id, name: own.name || (link.user?.display_name ?? "") };
    await recordAudit(tx, actor, `account.${link.purpose}`, `user/${id}`);
    return id;
  }, db);
}
