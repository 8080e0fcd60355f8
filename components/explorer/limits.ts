/** Most rows of a result that a tab keeps, for its files. */
export const KEPT_ROWS = 100_000;

/** Most rows that are drawn. */
export const SHOWN_ROWS = 500;
