import "server-only";
import { z } from "zod";
import { ask, write, type StoreDb } from "@/lib/store";
import { now, requirePerson, type Actor } from "./actor";
import { MAX_BODY } from "./schemas";

/** What the form holds, whole or not: kept as typed, checked only when saved. */
export const draftSchema = z.strictObject({
  /** The id that a new note will have, so that what is sent again after all makes no second one. */
  id: z.string().max(36).optional(),
  target: z.string().max(200),
  kind: z.string().max(20),
  language: z.string().max(2),
  body: z.string().max(MAX_BODY * 2),
  column: z.string().max(100),
  file_value: z.string().max(2_000),
  proposed: z.string().max(2_000),
  reason: z.string().max(2_000),
  proof: z.string().max(2_000),
  from: z.string().max(20).optional(),
});
export type Draft = z.infer<typeof draftSchema>;
export type KeptDraft = { content: Draft; baseVersion: number; updatedAt: string };

/** What a draft belongs to: a note's id, or `new:` and the target of a note to come. */
export type DraftPlace = { edition: string; subject: string };

/** Keeps what an editor is typing, for them alone. @throws ZodError, Forbidden, StoreUnavailable */
export async function keepDraft(
  actor: Actor,
  { edition, subject }: DraftPlace,
  baseVersion: number,
  content: Draft,
  db?: StoreDb,
): Promise<void> {
  const text = JSON.stringify(draftSchema.parse(content));
  await write(async (tx) => {
    await requirePerson(tx, actor);
    const kept = { base_version: baseVersion, content: text, updated_at: now() };
    await tx
      .insertInto("note_draft")
      .values({ user_id: actor.userId, edition, subject, ...kept })
      .onConflict((on) => on.columns(["user_id", "edition", "subject"]).doUpdateSet(kept))
      .execute();
  }, db);
}

/** The editor's own draft of a place, if they left one. @throws StoreUnavailable */
export async function keptDraft(
  actor: Actor,
  { edition, subject }: DraftPlace,
  db?: StoreDb,
): Promise<KeptDraft | undefined> {
  const row = await ask(
    (opened) =>
      opened
        .selectFrom("note_draft")
        .selectAll()
        .where("user_id", "=", actor.userId)
        .where("edition", "=", edition)
        .where("subject", "=", subject)
        .executeTakeFirst(),
    db,
  );
  return (
    row && {
      content: draftSchema.parse(JSON.parse(row.content)),
      baseVersion: row.base_version,
      updatedAt: row.updated_at,
    }
  );
}

/** Forgets a draft, once saved or given up. @throws StoreUnavailable */
export async function dropDraft(actor: Actor, { edition, subject }: DraftPlace, db?: StoreDb): Promise<void> {
  await ask(
    (opened) =>
      opened
        .deleteFrom("note_draft")
        .where("user_id", "=", actor.userId)
        .where("edition", "=", edition)
        .where("subject", "=", subject)
        .execute(),
    db,
  );
}
