import type { EditionContext } from "@/lib/engine/context";
import type { Relation } from "@/lib/engine/relation";
import type { Dialect } from "./format-names";
import type { FileMetadata } from "./metadata";

/** One file to make. */
export type Job = {
  context: EditionContext;
  relation: Relation;
  metadata: FileMetadata;
  dialect: Dialect;
  /** Aborted when the reader has gone. */
  signal: AbortSignal;
};

/** A file's bytes as they come. `discard` frees what it holds, read to its end or not. */
export type Body = { bytes: number | null; pieces: AsyncIterable<Uint8Array>; discard: () => Promise<void> };
