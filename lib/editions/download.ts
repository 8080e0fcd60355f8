import { lookup } from "node:dns/promises";
import { createWriteStream } from "node:fs";
import { BlockList, isIP } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

/** A download that did not come, or was refused; one line for the person who asked. */
export class DownloadError extends Error {}

/** Machines that are not on the public internet: ours, our neighbours', and those of the cloud's own services. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv6");

function isPrivate(address: string): boolean {
  // An IPv4 address written as an IPv6 one is checked as the IPv4 address it is.
  return PRIVATE.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/**
 * Why an address is not asked for, or null when it may be.
 * @param resolve the addresses a name has; null when this machine can't tell, as behind a proxy
 */
export async function refusalOf(url: URL, resolve: Resolve = resolved): Promise<string | null> {
  if (url.protocol !== "https:") return `${url.protocol}//${url.host} is not https`;
  if (url.username || url.password) return `${url.host} is asked for with a password`;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await resolve(host);
  // A name this machine can't resolve fails at the request, with the request's own words, unless a proxy knows it.
  return addresses?.some(isPrivate) ? `${url.host} is not on the public internet` : null;
}

type Resolve = (host: string) => Promise<readonly string[] | null>;

const resolved: Resolve = (host) =>
  lookup(host, { all: true }).then(
    (found) => found.map(({ address }) => address),
    () => null,
  );

export type DownloadOptions = {
  /** Ends the download when it fires, with its reason. */
  signal: AbortSignal;
  /** Longest file, in bytes, counted as they come; what the server announces is not believed. */
  maxBytes: number;
  /** Origins asked whatever `refusalOf` says: tests serve from their own machine. */
  allow?: readonly string[];
  onProgress?: (received: number) => void;
};

const MAX_REDIRECTS = 5;

/** Follows redirects one by one, so that each address is looked at before it is asked. */
async function open(address: string, { signal, allow = [] }: DownloadOptions): Promise<ReadableStream> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const refusal = allow.includes(url.origin) ? null : await refusalOf(url);
    if (refusal) throw new DownloadError(`refused: ${refusal}`);
    const response = await fetch(url, {
      redirect: "manual",
      signal,
      headers: { accept: "text/csv, */*;q=0.1" },
    });
    if (response.status >= 300 && response.status < 400) {
      const location = response.headers.get("location");
      await response.body?.cancel();
      if (!location || !URL.canParse(location, url))
        throw new DownloadError(`${url.host} answered ${response.status} without saying where to go`);
      url = new URL(location, url);
      continue;
    }
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new DownloadError(`${url.host} answered ${response.status}`);
    }
    return response.body as ReadableStream;
  }
  throw new DownloadError(`more than ${MAX_REDIRECTS} redirects from ${new URL(address).host}`);
}

/** What a network error is about: `fetch` says "fetch failed" and keeps the reason inside. */
function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const code = (inner as NodeJS.ErrnoException).code;
  const message = inner instanceof Error ? inner.message : String(inner);
  return code && !message.includes(code) ? `${message || "network error"} (${code})` : message;
}

/**
 * Downloads one address into a new file.
 * @returns bytes received
 * @throws DownloadError when it is refused, too long, cut off, answered with an error, or ended by the signal
 */
export async function download(address: string, path: string, options: DownloadOptions): Promise<number> {
  const { signal, maxBytes, onProgress = () => {} } = options;
  const { host } = new URL(address);
  let received = 0;
  async function* counted(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      received += chunk.byteLength;
      if (received > maxBytes) throw new DownloadError(`${host} sends more than ${maxBytes} bytes`);
      onProgress(received);
      yield chunk;
    }
  }
  try {
    const body = await open(address, options);
    await pipeline(Readable.fromWeb(body), counted, createWriteStream(path, { flags: "wx" }), { signal });
    return received;
  } catch (cause) {
    if (cause instanceof DownloadError) throw cause;
    if (signal.aborted) throw new DownloadError(reasonOf(signal.reason), { cause });
    throw new DownloadError(`${host}: ${reasonOf(cause)}`, { cause });
  }
}
