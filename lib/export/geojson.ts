import { setImmediate as turn } from "node:timers/promises";
import { relationRows } from "@/lib/engine/relation";
import type { CellValue } from "@/lib/engine/values";
import type { Job } from "./job";
import { slices } from "./pace";

const PLACE = ["longitude", "latitude"] as const;

/** Where a row is; null when the file does not say. */
function geometryOf(row: Record<string, CellValue>) {
  const coordinates = PLACE.map((key) => row[key]);
  return coordinates.every((value) => typeof value === "number") ? { type: "Point", coordinates } : null;
}

/**
 * Rows as a GeoJSON feature collection (RFC 7946): what the file says of itself first, then a feature a row, those
 * without coordinates too.
 * @param job whose relation has both coordinates; only the columns of its metadata become properties
 */
export async function* geojsonFile({ context, relation, metadata, signal }: Job): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const shown = metadata.dictionary.map(({ column }) => column);
  let lead = `{"type":"FeatureCollection","provenance":${JSON.stringify(metadata)},"features":[\n`;
  for await (const rows of relationRows(context, relation, signal))
    for (const slice of slices(rows)) {
      const features = slice.map((row) =>
        JSON.stringify({
          type: "Feature",
          geometry: geometryOf(row),
          properties: Object.fromEntries(shown.map((key) => [key, row[key] ?? null])),
        }),
      );
      yield encoder.encode(lead + features.join(",\n"));
      lead = ",\n";
      await turn();
    }
  // No row at all: the collection still opens.
  yield encoder.encode(lead === ",\n" ? "\n]}\n" : `${lead}]}\n`);
}
