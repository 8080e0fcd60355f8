import "server-only";
import { randomUUID } from "node:crypto";
import { look, write, type ReportTable, type StoreDb } from "@/lib/store";
import { now, record, requirePerson, type Actor } from "./actor";
import { reportSchema, type ReportContent } from "./schemas";

export type Report = ReportTable;
/** How an editor closed a report. */
export type Handling =
  { status: "corrected"; noteId: string } | { status: "answered"; answer: string } | { status: "dismissed" };

/** The report is gone, or another editor closed it first. */
export class ReportClosed extends Error {}

/** Keeps a reader's report for the editors; nothing of it is public. @returns its id @throws ZodError, StoreUnavailable */
export async function createReport(edition: string, content: ReportContent, db?: StoreDb): Promise<string> {
  const report = reportSchema.parse(content);
  const id = randomUUID();
  const nothing = { answer: null, note_id: null, handled_by: null, handled_at: null };
  await write(async (tx) => {
    await tx
      .insertInto("report")
      .values({ id, edition, ...report, status: "open", ...nothing, created_at: now() })
      .execute();
    await record(tx, null, "report-received", `report/${id}`, { target: report.target });
  }, db);
  return id;
}

/** Reports of a state, oldest first. @throws Forbidden, StoreUnavailable */
export async function reports(
  actor: Actor,
  status: Report["status"] = "open",
  db?: StoreDb,
): Promise<Report[]> {
  return look(async (tx) => {
    await requirePerson(tx, actor);
    return tx
      .selectFrom("report")
      .selectAll()
      .where("status", "=", status)
      .orderBy("created_at")
      .limit(500)
      .execute();
  }, db);
}

/** Closes an open report. @throws ReportClosed, Forbidden, StoreUnavailable */
export async function handleReport(
  actor: Actor,
  id: string,
  handling: Handling,
  db?: StoreDb,
): Promise<void> {
  await write(async (tx) => {
    const person = await requirePerson(tx, actor);
    const done = await tx
      .updateTable("report")
      .set({
        status: handling.status,
        note_id: handling.status === "corrected" ? handling.noteId : null,
        answer: handling.status === "answered" ? handling.answer : null,
        // Where to answer is kept no longer than it takes.
        contact: null,
        handled_by: person.id,
        handled_at: now(),
      })
      .where("id", "=", id)
      .where("status", "=", "open")
      .returning("id")
      .executeTakeFirst();
    if (!done) throw new ReportClosed("the report is no longer open");
    await record(tx, person, `report-${handling.status}`, `report/${id}`);
  }, db);
}
