import type { NotesOf } from "@/lib/export/metadata";

/** Published notes that go into files: there is no store of notes yet that could hold one. */
export const publishedNotes: NotesOf = async () => [];
