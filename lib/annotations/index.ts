import "server-only";

/** Notes, their versions, corrections, readers' reports and the audit log: everything written about an edition. */
export { Forbidden, type Actor } from "./actor";
export { auditLines, type AuditLine } from "./audit";
export * from "./bulk";
export * from "./desk";
export { draftSchema, dropDraft, keepDraft, keptDraft, type Draft, type KeptDraft } from "./drafts";
export * from "./linked-notes";
export type { Note, NoteVersion } from "./note";
export { NoteGone, StaleNote } from "./note-changes";
export {
  allNotesIdentity,
  noteCounts,
  notesIdentity,
  publishedAuthors,
  publishedNote,
  publishedNotes,
  type NoteFilters,
} from "./read-notes";
export { createReport, handleReport, ReportClosed, reports, type Handling, type Report } from "./reports";
export * from "./schemas";
export * from "./targets";
export { submitNote, type Submission } from "./submit-note";
export * from "./write-notes";
