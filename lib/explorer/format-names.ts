/** Shapes that a tab writes its results in. */
export const RESULT_FORMATS = ["csv", "json", "ndjson", "parquet"] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];
