import "server-only";
import { write, type StoreDb, type UserTable } from "@/lib/store";
import { recordAudit } from "@/lib/store/audit";
import { endLinks } from "./links";

/**
 * The account of someone whom an OpenID provider vouches for. The first time, they are joined to the account that has
 * their e-mail, which someone here made or invited: being known to a provider gives no right. Afterwards issuer and
 * subject alone count, whatever becomes of the e-mail.
 * @param email the one the provider vouches for, if any
 * @returns undefined when nobody here has invited them, or the account is closed
 */
export async function accountOfIdentity(
  identity: { issuer: string; subject: string; email: string | undefined },
  db?: StoreDb,
): Promise<UserTable | undefined> {
  const { issuer, subject, email } = identity;
  return write(async (tx) => {
    const known = await tx
      .selectFrom("identity")
      .innerJoin("user", "user.id", "identity.user_id")
      .selectAll("user")
      .where("issuer", "=", issuer)
      .where("subject", "=", subject)
      .executeTakeFirst();
    if (known) return known.disabled_at === null ? known : undefined;
    if (email === undefined) return undefined;
    const invited = await tx.selectFrom("user").selectAll().where("email", "=", email).executeTakeFirst();
    if (!invited || invited.disabled_at !== null) return undefined;
    // One person of a provider an account: a second subject with the same e-mail is someone else.
    const other = await tx
      .selectFrom("identity")
      .select("subject")
      .where("user_id", "=", invited.id)
      .where("issuer", "=", issuer)
      .executeTakeFirst();
    if (other) return undefined;
    await tx
      .insertInto("identity")
      .values({ issuer, subject, user_id: invited.id, created_at: new Date().toISOString() })
      .execute();
    await endLinks(tx, invited.id);
    const actor = { id: invited.id, name: invited.display_name };
    await recordAudit(tx, actor, "account.joined", `user/${invited.id}`, { issuer });
    return invited;
  }, db);
}
