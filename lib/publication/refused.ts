import type { UploadRefusal } from "./types";

/** An upload that was not taken, with why; nothing of it is left. */
export class UploadRefused extends Error {
  constructor(
    readonly refusal: UploadRefusal,
    cause?: unknown,
  ) {
    super(`upload refused: ${refusal.code}`, { cause });
  }
}
