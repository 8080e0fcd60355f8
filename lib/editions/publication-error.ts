/** Why an edition could not be put in place. */
export type PublicationFault = "not-writable" | "disk-full" | "busy" | "changed" | "gone" | "last";

/** An edition that could not be put in place; the message is for the person who asked and names no path. */
export class PublicationError extends Error {
  constructor(
    readonly fault: PublicationFault,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}
