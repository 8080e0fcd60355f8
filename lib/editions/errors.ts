import type { Bilingual, Refusal } from "./types";

/** An edition that is not served, and why. Its refusal carries no path of the machine. */
export class EditionError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause?: unknown) {
    const place = [refusal.edition, refusal.file, refusal.line === null ? null : `line ${refusal.line}`];
    super(`${place.filter((part) => part !== null).join(", ")}: ${refusal.reason.en}`, { cause });
    this.name = "EditionError";
    this.refusal = refusal;
  }
}

/**
 * A fault of a file, before the edition it belongs to is named.
 * @see refusalIn which names it
 */
export class FileFault extends Error {
  constructor(
    readonly reason: Bilingual,
    readonly at: { line?: number; column?: string; cause?: unknown } = {},
  ) {
    super(reason.en, { cause: at.cause });
    this.name = "FileFault";
  }
}

/** The refusal of an edition for the fault of one of its files; any other error comes back as it is. */
export function refusalIn(edition: string, file: string | null, error: unknown): unknown {
  if (!(error instanceof FileFault)) return error;
  const { line = null, column = null } = error.at;
  return new EditionError({ edition, file, line, column, reason: error.reason }, error);
}
