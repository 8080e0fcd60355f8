import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import { endSchema, headerSchema, RestoreRefused, rowSchema, type BackupCounts } from "./backup-format";
import { migrationsFor } from "./migrations";
import { TABLE_NAMES, type Row } from "./tables";

/** Lines of a compressed file. @throws RestoreRefused when it can't be read, or ends too early */
async function* linesIn(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const bytes = createGunzip();
  source.on("error", (cause) => bytes.destroy(cause)).pipe(bytes);
  // Who stops reading early is not told of what comes after.
  bytes.on("error", () => undefined);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      // Only "\n" ends a line: node:readline also takes U+2028, which JSON leaves within a text.
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    rest += decoder.decode();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : `it can't be read (${message})`;
    throw new RestoreRefused(why, { cause });
  } finally {
    source.destroy();
    bytes.destroy();
  }
  if (rest !== "") throw new RestoreRefused("it is not whole: its last line has no end");
}

function parsed<T extends z.ZodType>(schema: T, line: string, what: string): z.output<T> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new RestoreRefused(`${what} is no JSON`, { cause });
  }
  const read = schema.safeParse(value);
  if (!read.success) throw new RestoreRefused(`${what} is not as a backup has it`, { cause: read.error });
  return read.data;
}

/**
 * The rows of a backup, each checked; at the end, that they are all those that were written.
 * @throws RestoreRefused, maybe after the last row
 */
export async function* rowsIn(file: string): AsyncGenerator<{ table: string; row: Row }> {
  const known = Object.keys(migrationsFor("sqlite"));
  const hash = createHash("sha256");
  const counts: BackupCounts = Object.fromEntries(TABLE_NAMES.map((table) => [table, 0]));
  let held: string | undefined;
  let number = 0;
  for await (const line of linesIn(file)) {
    number += 1;
    if (number === 1) {
      const { migrations } = parsed(headerSchema, line, "the first line");
      const newer = migrations.filter((name) => !known.includes(name));
      if (newer.length > 0) throw new RestoreRefused(`it was made by a newer version (${newer.join(", ")})`);
    }
    if (held !== undefined) {
      hash.update(`${held}\n`);
      if (number > 2) {
        const one = parsed(rowSchema, held, `line ${number - 1}`);
        if (!Object.hasOwn(counts, one.table)) throw new RestoreRefused(`there is no table ${one.table}`);
        counts[one.table]! += 1;
        yield one;
      }
    }
    held = line;
  }
  if (held === undefined || number === 1) throw new RestoreRefused("it is not whole: it has no last line");
  const end = parsed(endSchema, held, "the last line");
  const same = TABLE_NAMES.every((table) => (end.rows[table] ?? 0) === counts[table]);
  if (!same || end.sha256 !== hash.digest("hex"))
    throw new RestoreRefused("it was changed since it was made");
}
