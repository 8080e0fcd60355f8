import "server-only";

/** Notes, their versions, corrections, readers' reports and the audit log: everything written about an edition. */
export { Forbidden, type Actor } from "./actor";
export { auditLines, type AuditLine } from "./audit";
export { draftSchema, dropDraft, keepDraft, keptDraft, type Draft, type KeptDraft } from "./drafts";
export type { Note, NoteVersion } from "./note";
export * from "./read-notes";
export { createReport, handleReport, ReportClosed, reports, type Report } from "./reports";
export * from "./schemas";
export * from "./targets";
export * from "./write-notes";
