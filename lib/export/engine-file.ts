import { createReadStream } from "node:fs";
import { writeRelation, type FileShape } from "@/lib/engine/files";
import { metadataPairs } from "./metadata";
import type { Body, Job } from "./job";

const BYTE_ORDER_MARK = new Uint8Array([0xef, 0xbb, 0xbf]);

/** A file that DuckDB writes itself (CSV, ndjson, Parquet): whole before its first byte is sent, hence never cut short. */
export async function engineFile(job: Job, kind: FileShape["kind"]): Promise<Body> {
  const { context, relation, metadata, dialect, signal } = job;
  const excel = kind === "csv" && dialect === "excel-fr";
  const shape: FileShape =
    kind === "csv" ? { kind, separator: excel ? ";" : ",", decimal: excel ? "," : "." } : { kind };
  const pairs = kind === "parquet" ? metadataPairs(metadata) : {};
  const file = await writeRelation(context, relation, shape, pairs, signal);
  const read = createReadStream(/* turbopackIgnore: true */ file.path, { highWaterMark: 1024 * 1024 });
  async function* pieces(): AsyncGenerator<Uint8Array> {
    if (excel) yield BYTE_ORDER_MARK;
    yield* read as AsyncIterable<Buffer>;
  }
  return {
    bytes: file.bytes + (excel ? BYTE_ORDER_MARK.length : 0),
    pieces: pieces(),
    async discard() {
      read.destroy();
      await file.remove();
    },
  };
}
