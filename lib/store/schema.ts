import type { Generated } from "kysely";

/**
 * Tables of the store, the same on both dialects. Identifiers are UUIDs; moments are ISO 8601 texts in UTC with
 * milliseconds, which sort as they read; booleans are moments ("disabled_at") or absent.
 */
export type Store = {
  user: UserTable;
  user_token: UserTokenTable;
  identity: IdentityTable;
  attempt: AttemptTable;
  note: NoteTable;
  note_version: NoteVersionTable;
  note_draft: NoteDraftTable;
  report: ReportTable;
  edition_change: EditionChangeTable;
  notes_state: NotesStateTable;
  audit: AuditTable;
};

export type Role = "editor" | "admin";

export type UserTable = {
  id: string;
  /** Lower case: the same person signs in whatever the case. */
  email: string;
  display_name: string;
  /** Argon2id, encoded; null for who signs in by the OpenID provider alone, or has not accepted the invitation. */
  password_hash: string | null;
  role: Role;
  /** Raised by sign-out, a new password, a new role or disabling: sessions of an older version end. */
  session_version: number;
  disabled_at: string | null;
  created_at: string;
};

/** One-time links: set-up of the first account, invitation, new password. Only the SHA-256 of the link's secret is kept. */
export type UserTokenTable = {
  token_hash: string;
  purpose: "setup" | "invitation" | "password";
  user_id: string | null;
  expires_at: string;
  used_at: string | null;
  created_at: string;
};

/** Who an OpenID provider says someone is. Grain: one subject of one issuer; the e-mail alone is never the key. */
export type IdentityTable = { issuer: string; subject: string; user_id: string; created_at: string };

/** Attempts counted against a limit shared by all processes. Grain: one key (what is limited) and window of time. */
export type AttemptTable = { key: string; window_start: string; count: number };

export type NoteStatus = "draft" | "published" | "withdrawn";
export type NoteKind = "comment" | "method" | "warning" | "correction" | "source";

/** A note as it is now: its last version, and what is not of a version. */
export type NoteTable = {
  id: string;
  edition: string;
  /** As contract.md writes it: `indicator/by-type/COM`, `organisation/213500010`… */
  target: string;
  kind: NoteKind;
  language: "fr" | "en";
  body: string;
  /** Of a correction, as JSON: column, value in the file, proposed value, reason, proof. */
  correction: string | null;
  status: NoteStatus;
  /** Moment from which a published note is shown; in the future, it is scheduled. */
  published_at: string | null;
  /** Counts from 1; a save names the version it started from. */
  version: number;
  author_id: string;
  author_name: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
};

/** Every version a note ever had, never changed. Grain: one version of one note. */
export type NoteVersionTable = {
  note_id: string;
  version: number;
  /** What was done: saved, published, scheduled, withdrawn, deleted, restored. */
  action: string;
  target: string;
  kind: NoteKind;
  language: "fr" | "en";
  body: string;
  correction: string | null;
  status: NoteStatus;
  published_at: string | null;
  author_id: string;
  author_name: string;
  created_at: string;
};

/** What an editor is typing and has not saved. Grain: one editor, one note or one target of a new one. */
export type NoteDraftTable = {
  user_id: string;
  edition: string;
  /** Id of the note, or `new:` and the target. */
  subject: string;
  base_version: number;
  content: string;
  updated_at: string;
};

/** A reader's report of an error: shown to editors alone until one of them publishes something. */
export type ReportTable = {
  id: string;
  edition: string;
  target: string;
  message: string;
  /** Where the reader may be answered, if given. */
  contact: string | null;
  status: "open" | "corrected" | "answered" | "dismissed";
  answer: string | null;
  note_id: string | null;
  handled_by: string | null;
  handled_at: string | null;
  created_at: string;
};

/** Editions published or rolled back from the administration. */
export type EditionChangeTable = {
  id: string;
  edition: string;
  action: "published" | "rolled-back";
  identity: string;
  user_id: string;
  created_at: string;
};

/** Raised by every change a reader may see; the identity of what is computed from notes. Grain: one edition. */
export type NotesStateTable = { edition: string; revision: number };

/** Who did what, when; only ever added to, which the database itself sees to. */
export type AuditTable = {
  /** Counts up in the order of writing. */
  seq: Generated<number>;
  at: string;
  user_id: string | null;
  user_name: string;
  action: string;
  /** What it was done to: `note/<id>`, `user/<id>`, `edition/<id>`… */
  subject: string;
  /** JSON, without secrets or what readers typed. */
  detail: string;
  /** Id of the HTTP request that did it, as the log and the answer's `X-Request-Id` have it; null for the command line. */
  request: string | null;
};
