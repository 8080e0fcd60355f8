import "server-only";
import { requestId } from "@/lib/response-status";
import type { StoreTx } from ".";

/** Who acts: an account, or the command line and anonymous visitors, which have none. */
export type Actor = { id: string | null; name: string };

/**
 * Adds a line to the audit, in the transaction of what it tells, with the id of the request being answered.
 * @param subject what it was done to: `user/<id>`, `note/<id>`, `edition/<id>`
 * @param detail never a secret, nor what a reader typed
 */
export async function recordAudit(
  tx: StoreTx,
  actor: Actor,
  action: string,
  subject: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await tx
    .insertInto("audit")
    .values({
      at: new Date().toISOString(),
      user_id: actor.id,
      user_name: actor.name,
      action,
      subject,
      detail: JSON.stringify(detail),
      request: requestId() ?? null,
    })
    .execute();
}
