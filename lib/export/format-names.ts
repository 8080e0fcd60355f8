/** Every shape a result can be had in; `metadata` is what its files say of themselves, `pack` a zip of all that. */
export const FORMATS = ["json", "csv", "ndjson", "xlsx", "parquet", "geojson", "metadata", "pack"] as const;
export type Format = (typeof FORMATS)[number];

/** How CSV is written: RFC 4180, or as French Excel opens it (semicolon, byte-order mark, decimal comma). */
export const DIALECTS = ["rfc4180", "excel-fr"] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A file, or a picture of what it holds. */
type Named = Format | "svg" | "png";
const EXTENSIONS: Partial<Record<Named, string>> = { metadata: "metadata.json", pack: "zip" };

/** What files hold besides lists. */
type Kind = "indicator" | "organisation" | "platform" | "table" | "source";

/** Its name in a file's: a list has its own alone, anything else after its kind, so that no two files share one. */
export const whatOf = (kind: Kind, id: string): string => `${kind}-${id}`;

/** `observatoire-<edition>-<what>.<ext>` */
export function fileName(edition: string, what: string, format: Named): string {
  return `observatoire-${edition}-${what}.${EXTENSIONS[format] ?? format}`;
}

/** An Excel sheet holds no more rows than this, its header's aside. */
export const XLSX_MAX_ROWS = 1_048_575;
