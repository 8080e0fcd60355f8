import "server-only";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { codeOf } from "@/lib/editions/disk";
import { UploadRefused } from "./refused";
import { RESOURCES, type Resource } from "./types";

/** Longest file, in bytes: the real ones have 0.3 million. */
export const MAX_FILE_BYTES = 25_000_000;
/** What a form adds to its files. */
const FORM_BYTES = 100_000;
const LIMITS = {
  ...{ files: RESOURCES.length, fileSize: MAX_FILE_BYTES, fields: 20, fieldSize: 2_000, fieldNameSize: 60 },
  ...{ parts: 24, headerPairs: 20, headerSize: 4_000 },
};

/** SHA-256 of each file written. */
export type ReceivedFiles = Partial<Record<Resource, string>>;

const isResource = (name: string): name is Resource => RESOURCES.some((one) => one === name);

/** What the head of a request promises: a form of a length that can be taken. */
function announced(headers: Headers): number {
  if (!/^multipart\/form-data;/i.test(headers.get("content-type") ?? ""))
    throw new UploadRefused({ code: "not-a-form" });
  const length = headers.get("content-length") ?? "";
  if (!/^\d{1,12}$/.test(length) || headers.has("content-encoding"))
    throw new UploadRefused({ code: "no-length" });
  if (Number(length) > RESOURCES.length * MAX_FILE_BYTES + FORM_BYTES)
    throw new UploadRefused({ code: "too-large" });
  return Number(length);
}

/** Writes one file as it comes. What can't be written is read on and dropped: the form ends all the same. */
async function keepFile(stream: BusboyFileStream, path: string): Promise<string> {
  const hash = createHash("sha256");
  let failure: unknown;
  const handle = await open(/* turbopackIgnore: true */ path, "wx", 0o600).catch((cause: unknown) => {
    stream.resume();
    throw cause;
  });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (failure !== undefined || stream.truncated) continue;
      hash.update(chunk);
      await handle.writeFile(chunk).catch((cause: unknown) => (failure = cause));
    }
  } finally {
    await handle.close();
  }
  if (stream.truncated) throw new UploadRefused({ code: "too-large" });
  if (codeOf(failure) === "ENOSPC") throw new UploadRefused({ code: "disk-full" }, failure);
  if (failure !== undefined) throw failure;
  return hash.digest("hex");
}

function parserFor(headers: Headers) {
  try {
    return new Busboy({
      headers: { "content-type": headers.get("content-type") ?? "" },
      limits: LIMITS,
      isPartAFile: (name) => isResource(name ?? ""),
    });
  } catch (cause) {
    throw new UploadRefused({ code: "not-a-form" }, cause);
  }
}

/**
 * Receives a form with its files, which go to the disk as they come: memory holds a piece at a time. What does not fit
 * is read to its end and dropped, so that the sender hears why.
 * @param folder where the files go, `<resource>.csv`; it is for the caller to take away when this throws
 * @param fields is given those that are no files, as typed, even when this throws
 * @throws UploadRefused when it is no form, is longer than allowed, was cut short, or holds what was not asked for
 */
export async function receiveForm(
  request: { headers: Headers; body: ReadableStream | null },
  folder: string,
  fields: Map<string, string>,
): Promise<ReceivedFiles> {
  const length = announced(request.headers);
  if (!request.body) throw new UploadRefused({ code: "cut" });
  const files = new Map<Resource, Promise<string>>();
  const streams: BusboyFileStream[] = [];
  let fault: UploadRefused | undefined;
  const unexpected = () => void (fault ??= new UploadRefused({ code: "unexpected" }));

  const form = parserFor(request.headers);
  form.on("field", (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut || fields.has(name)) unexpected();
    else fields.set(name, value);
  });
  form.on("file", (name, stream, filename) => {
    // A file field left empty is sent without a name.
    // A form that ends in the middle of a file tells so here, perhaps before anybody reads it, and never ends it.
    stream.on("error", (cause) => stream.destroy(cause));
    streams.push(stream);
    if (!isResource(name) || !filename) return void stream.resume();
    if (files.has(name)) {
      unexpected();
      return void stream.resume();
    }
    files.set(name, keepFile(stream, join(/* turbopackIgnore: true */ folder, `${name}.csv`)));
  });
  for (const limit of ["partsLimit", "filesLimit", "fieldsLimit"] as const) form.on(limit, unexpected);

  let received = 0;
  async function* counted(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      received += chunk.byteLength;
      yield chunk;
    }
  }
  const cut = await pipeline(Readable.fromWeb(request.body), counted, form).then(
    () => undefined,
    (cause: unknown) => new UploadRefused({ code: "cut" }, cause),
  );
  if (cut) for (const stream of streams) stream.destroy(cut);
  const hashes = await Promise.allSettled(files.values());
  if (fault ?? cut) throw fault ?? cut;
  const failed = hashes.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  if (received !== length) throw new UploadRefused({ code: "cut" });
  return Object.fromEntries(await Promise.all([...files].map(async ([name, hash]) => [name, await hash])));
}
