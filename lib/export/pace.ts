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

/** Rows that are written in one go: a few milliseconds of this thread. */
const SLICE = 128;

/** Rows some at a time, so that others get their turn between. */
export function* slices<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += SLICE) yield rows.slice(start, start + SLICE);
}
