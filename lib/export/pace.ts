import type { PassThrough } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";

/** Bytes that may wait to be read before a writer rests. */
export const AHEAD_BYTES = 1024 * 1024;

/** Gives others their turn, then waits until the reader has caught up. @returns false when the reader has gone */
export async function pace(out: PassThrough): Promise<boolean> {
  await turn();
  if (out.writableNeedDrain && !out.destroyed)
    await new Promise<void>((resolve) => {
      const done = () => {
        out.off("drain", done).off("close", done);
        resolve();
      };
      out.once("drain", done).once("close", done);
    });
  return !out.destroyed;
}
