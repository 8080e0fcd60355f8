import type { ColumnKind } from "@/lib/engine/kinds";

/** What a cell of a result holds; what JavaScript can't hold exactly is text. */
export type ResultCell = string | number | boolean | null | ResultCell[];

export type ResultColumn = { name: string; kind: ColumnKind };

/** What a visitor's SQL answered; `cut`: there was more than the tab keeps. */
export type Result = { columns: ResultColumn[]; rows: ResultCell[][]; cut: boolean; milliseconds: number };

/** A table to load: its columns as SQL has them, and where each part of its rows is. */
export type TabTable = { name: string; columns: { name: string; type: string }[]; addresses: string[] };

/** Everything that the tab needs to answer: the engine's files, the tables, and what makes relations of them. */
export type TabPlan = {
  worker: string;
  module: string;
  /** Of the module once unpacked: what progress is counted against. */
  moduleBytes: number;
  tables: TabTable[];
  statements: string[];
};
