import "server-only";
import type { Role, StoreTx } from "@/lib/store";
import { recordAudit } from "@/lib/store/audit";

/** Who acts: what the session says. The store is asked again in the transaction that writes. */
export type Actor = { userId: string };

/** The actor may not do this, or no longer. */
export class Forbidden extends Error {}

export type Person = { id: string; name: string; role: Role };

/** The actor as the store knows them now. @throws Forbidden when disabled, gone, or of too low a role */
export async function requirePerson(tx: StoreTx, actor: Actor, role: Role = "editor"): Promise<Person> {
  const user = await tx
    .selectFrom("user")
    .select(["id", "display_name", "role", "disabled_at"])
    .where("id", "=", actor.userId)
    .executeTakeFirst();
  if (!user || user.disabled_at !== null || (role === "admin" && user.role !== "admin"))
    throw new Forbidden("this account may not do this");
  return { id: user.id, name: user.display_name, role: user.role };
}

export const now = () => new Date().toISOString();

/** Writes a line of the audit log, in the transaction of what it tells. @param detail without secrets or readers' words */
export async function record(
  tx: StoreTx,
  person: Person | null,
  action: string,
  subject: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await recordAudit(tx, { id: person?.id ?? null, name: person?.name ?? "" }, action, subject, detail);
}
