import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** Longest SQL that an address carries, before and after it is packed. */
export const MAX_SQL = 50_000;
const MAX_PACKED = 6_000;
/** Shorter texts stay readable in the address. */
const PLAIN = 400;
/** First character of a packed text, which no SQL begins with. */
const MARK = "~";

/** SQL as `sql=` has it: as it is when short, else packed; null when no address can carry it. */
export function toAddress(sql: string): string | null {
  if (sql.length <= PLAIN && !sql.startsWith(MARK)) return sql;
  if (sql.length > MAX_SQL) return null;
  const bytes = deflateSync(strToU8(sql), { level: 9 });
  const packed = btoa(strFromU8(bytes, true)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return packed.length > MAX_PACKED ? null : `${MARK}${packed}`;
}

/** The SQL of a `sql=`; null when it can't be read. */
export function fromAddress(value: string): string | null {
  if (!value.startsWith(MARK)) return value.length <= MAX_SQL ? value : null;
  if (value.length > MAX_PACKED + 1 || !/^~[\w-]+$/.test(value)) return null;
  const base64 = value.slice(1).replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  // The room is given, and never grows: a text that would be longer ends in an error.
  const room = new Uint8Array(MAX_SQL * 3);
  return readable(() => strFromU8(inflateSync(bytes, { out: room })));
}

/** What was read, or null where the bytes are not a packed text. */
function readable(read: () => string): string | null {
  try {
    const text = read();
    return text.length <= MAX_SQL ? text : null;
  } catch (cause) {
    if (cause instanceof Error && ("code" in cause || cause instanceof RangeError)) return null;
    throw cause;
  }
}
