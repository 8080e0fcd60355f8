import type { Cells } from "./cells";
import { FINDING_KINDS, type KindCode } from "./findings";

/** An address as it can be followed (null when it can't), and what is to be said of it. */
export type ReadAddress = { url: string | null; kinds: KindCode[] };

// What separates two addresses in a cell. Looked for where a run starts only: from each of its characters, a cell of
// a hundred thousand commas would take a quarter of a minute.
const BETWEEN = /(?<![\s,;])[\s,;]+(?=https?:\/\/)/i;
// A host name with a dot and no scheme before it.
const BARE_HOST = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u;

/** Reads a web address: only http and https are ever followed. */
export function parseAddress(text: string): ReadAddress {
  const kinds: KindCode[] = [];
  const parts = text.split(BETWEEN);
  if (parts.length > 1) kinds.push("several_values");
  let url = parts[0] ?? "";
  if (url.includes(" ")) {
    url = url.replaceAll(" ", "%20");
    kinds.push("address_spaces");
  }
  if (BARE_HOST.test(url)) {
    url = `https://${url}`;
    kinds.push("address_without_scheme");
  } else if (!/^https?:\/\//i.test(url)) {
    const scheme = /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^https?:/i.test(url);
    return { url: null, kinds: [scheme ? "address_scheme" : "address_invalid"] };
  }
  if (!URL.canParse(url)) return { url: null, kinds: ["address_invalid"] };
  const { hostname, protocol, username, password } = new URL(url);
  const named = hostname.includes(".") && !hostname.startsWith(".") && !hostname.endsWith("..");
  if (!named || username !== "" || password !== "") return { url: null, kinds: ["address_invalid"] };
  if (/,|[^\p{ASCII}]/u.test(url)) kinds.push("address_characters");
  if (protocol === "http:") kinds.push("address_insecure");
  return { url, kinds };
}

/** The address of a cell, null when blank or not to be followed. */
export function readAddress<C extends string>(cells: Cells<C>, column: C): string | null {
  const text = cells.text(column);
  if (text === null) return null;
  const { url, kinds } = parseAddress(text);
  for (const kind of kinds)
    cells.note(kind, column, { corrected: FINDING_KINDS[kind].outcome === "repaired" ? url : null });
  return url;
}
