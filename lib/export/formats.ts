import { engineFile } from "./engine-file";
import type { Dialect, Format } from "./format-names";
import { geojsonFile } from "./geojson";
import type { Body, Job } from "./job";
import { packFile } from "./pack";
import { xlsxFile } from "./xlsx";

/** Formats that are files: the whole filtered result. */
export type FileFormat = Exclude<Format, "json" | "metadata">;

/** The media type of a file. */
export function mediaType(format: FileFormat, dialect: Dialect): string {
  const types: Record<FileFormat, string> = {
    csv: `text/csv; charset=utf-8; header=present${dialect === "excel-fr" ? "; delimiter=semicolon" : ""}`,
    ndjson: "application/x-ndjson; charset=utf-8",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    parquet: "application/vnd.apache.parquet",
    geojson: "application/geo+json; charset=utf-8",
    pack: "application/zip",
  };
  return types[format];
}

/** A file made as it is read; its first piece is made before this answers, so that a broken question is an error. */
async function begun(pieces: AsyncGenerator<Uint8Array>): Promise<Body> {
  const first = await pieces.next();
  async function* all(): AsyncGenerator<Uint8Array> {
    if (!first.done) yield first.value;
    yield* pieces;
  }
  return { bytes: null, pieces: all(), discard: async () => void (await pieces.return(undefined)) };
}

/** Makes a file. */
export function fileBody(format: FileFormat, job: Job): Promise<Body> {
  switch (format) {
    case "csv":
    case "ndjson":
    case "parquet":
      return engineFile(job, format);
    case "xlsx":
      return begun(xlsxFile(job));
    case "geojson":
      return begun(geojsonFile(job));
    case "pack":
      return begun(packFile(job));
  }
}
