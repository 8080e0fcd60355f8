import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publicFile, type PublicFile } from "@/lib/editions/public-file";
import type { EditionContext } from "@/lib/engine/context";
import { contextOver } from "@/tests/support/edition";
import { sourceAnswer } from "./source-answer";

const SOURCE = Buffer.from(
  "siren,nom,contact\n213500010,Acigné,mairie@exemple.fr\n384452611,Adico,a@b.fr\n306966110,Été,\n",
);
const DIALECT = { encoding: { name: "utf-8", start: 0 }, delimiter: "," } as const;

let context: EditionContext;
let file: PublicFile;
let whole: Buffer;
beforeAll(async () => {
  context = await contextOver({ organisations: [{ siren: "213500010", name: "ACIGNE", type: "COM" }] });
  const sha256 = createHash("sha256").update(SOURCE).digest("hex");
  file = await publicFile({ bytes: SOURCE, sha256 }, DIALECT, 2);
  whole = Buffer.concat(file.pieces);
});
afterAll(() => context.state.instance.closeSync());

const ask = (headers: Record<string, string> = {}, method = "GET") =>
  sourceAnswer(
    new Request("http://localhost/api/v1/editions/essai/files/organisations.csv", { headers, method }),
    context,
    context.edition.files[0]!,
    file,
  );
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

it("a file broken off is taken up where it was, byte for byte", async () => {
  expect(file.pieces.length, "cells were emptied").toBeGreaterThan(2);
  const all = ask();
  expect([all.status, all.headers.get("accept-ranges")]).toEqual([200, "bytes"]);
  expect(await bytesOf(all)).toEqual(whole);
  const tag = all.headers.get("etag")!;
  expect(tag).toMatch(/^"/);
  for (let at = 1; at < whole.length; at++) {
    const rest = ask({ Range: `bytes=${at}-`, "If-Range": tag });
    expect(rest.status).toBe(206);
    expect(rest.headers.get("content-range")).toBe(`bytes ${at}-${whole.length - 1}/${whole.length}`);
    expect(rest.headers.get("repr-digest"), "that of the whole").toBe(all.headers.get("repr-digest"));
    expect(Buffer.concat([whole.subarray(0, at), await bytesOf(rest)])).toEqual(whole);
  }
});

it("a file that is another since is sent whole", async () => {
  const answer = ask({ Range: "bytes=5-", "If-Range": '"another"' });
  expect([answer.status, answer.headers.has("content-range")]).toEqual([200, false]);
  expect(await bytesOf(answer)).toEqual(whole);
});

it("a part beyond the end is refused in words, with the size", async () => {
  const answer = ask({ Range: `bytes=${whole.length}-` });
  expect(answer.status).toBe(416);
  expect(answer.headers.get("content-range")).toBe(`bytes */${whole.length}`);
  expect(await answer.json()).toMatchObject({ status: 416, detail: expect.stringContaining("bytes") });
});

it("HEAD and a copy still good come before any part", async () => {
  const head = ask({ Range: "bytes=0-3" }, "HEAD");
  expect([head.status, head.body]).toEqual([200, null]);
  const tag = ask().headers.get("etag")!;
  for (const known of [tag, `W/${tag}`])
    expect(ask({ Range: "bytes=0-3", "If-None-Match": known }).status).toBe(304);
});
