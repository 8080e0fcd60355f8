import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { audit, env, fieldsOf, file, send, sendForm, user, withEditions } from "@/tests/support/publication";
import { multipart, requestOf } from "@/tests/support/upload-form";

const { discardUpload } = await import("./acts");
const { MAX_FILE_BYTES } = await import("./receive");
const { listUploads } = await import("./uploads");

withEditions();

describe("hostile uploads", () => {
  const GOOD = "siren,nom,type\n213500010,ACIGNE,COM\n";
  const big = Buffer.concat([
    Buffer.from("siren,nom,type\n"),
    Buffer.alloc(MAX_FILE_BYTES, "213500010,A,COM\n"),
  ]);
  const sha = createHash("sha256").update("another").digest("hex");
  let before: string[];
  beforeEach(async () => void (before = (await readdir(env.DATA_DIR, { recursive: true })).sort()));

  test.each<[string, () => ReturnType<typeof requestOf>, object]>([
    ["a gzip archive", () => requestOf(multipart([...fieldsOf(), file(gzipSync(GOOD))])), { reason: /gzip/ }],
    [
      "a workbook",
      () => requestOf(multipart([...fieldsOf(), file(Buffer.from("PK\u0003\u0004 xl/workbook"))])),
      { reason: /workbook/ },
    ],
    [
      "null bytes",
      () => requestOf(multipart([...fieldsOf(), file(`${GOOD}\0\0`)])),
      { reason: /null bytes/ },
    ],
    [
      "a text in UTF-16",
      () => requestOf(multipart([...fieldsOf(), file(Buffer.from(`\ufeff${GOOD}`, "utf16le"))])),
      { reason: /UTF-16/ },
    ],
    [
      "a web page",
      () => requestOf(multipart([...fieldsOf(), file("<!doctype html><script>alert(1)</script>")])),
      { reason: /web page/ },
    ],
    ["an empty file", () => requestOf(multipart([...fieldsOf(), file("\n\n")])), { reason: /empty/ }],
    [
      "a record cut short, with its line",
      () => requestOf(multipart([...fieldsOf(), file(`${GOOD}213500028,"AMANLIS,COM\n`)])),
      { reason: /never closed/, line: 3 },
    ],
    [
      "a file longer than allowed",
      () => requestOf(multipart([...fieldsOf(), file(big)])),
      { code: "too-large" },
    ],
    [
      "a body announced too long",
      () => requestOf(multipart([...fieldsOf(), file(GOOD)]), { "content-length": "900000000" }),
      { code: "too-large" },
    ],
    [
      "a body shorter than announced",
      () => {
        const body = multipart([...fieldsOf(), file(GOOD)]);
        return requestOf(body, { "content-length": String(body.length + 10) });
      },
      { code: "cut" },
    ],
    [
      "a form without its end",
      () => requestOf(multipart([...fieldsOf(), file(GOOD)], false)),
      { code: "cut" },
    ],
    [
      "no length",
      () => requestOf(multipart([...fieldsOf(), file(GOOD)]), { "content-length": null }),
      { code: "no-length" },
    ],
    [
      "a compressed body",
      () => requestOf(gzipSync(multipart([...fieldsOf(), file(GOOD)])), { "content-encoding": "gzip" }),
      { code: "no-length" },
    ],
    [
      "no form",
      () => requestOf(Buffer.from("{}"), { "content-type": "application/json" }),
      { code: "not-a-form" },
    ],
    [
      "a form without a boundary",
      () => requestOf(Buffer.from("x"), { "content-type": "multipart/form-data; x=y" }),
      { code: "not-a-form" },
    ],
    [
      "the same file twice",
      () => requestOf(multipart([...fieldsOf(), file(GOOD), file(GOOD)])),
      { code: "unexpected" },
    ],
    [
      "a field too long",
      () => requestOf(multipart([...fieldsOf({ publisher: "x".repeat(3_000) }), file(GOOD)])),
      { code: "unexpected" },
    ],
    [
      "a hundred fields",
      () =>
        requestOf(
          multipart([...Array.from({ length: 100 }, (_, at) => ({ name: `f${at}`, value: "" })), file(GOOD)]),
        ),
      { code: "unexpected" },
    ],
    [
      "no file",
      () => requestOf(multipart([...fieldsOf(), file("", "organisations", "")])),
      { code: "no-file" },
    ],
    [
      "an id that leaves the folder",
      () => requestOf(multipart([...fieldsOf({ id: "../evil" }), file(GOOD)])),
      { reason: /“id”/ },
    ],
    [
      "an address that runs",
      () =>
        requestOf(multipart([...fieldsOf({ "source-organisations": "javascript:alert(1)" }), file(GOOD)])),
      { reason: /“sources/ },
    ],
    [
      "a file changed on its way",
      () => requestOf(multipart([...fieldsOf({ "sha256-organisations": sha }), file(GOOD)])),
      { code: "different" },
    ],
  ])(
    "%s is refused, and nothing of it is left",
    async (_, request, expected: { code?: string; reason?: RegExp; line?: number }) => {
      const sent = await sendForm(user, request());
      if (!("refusal" in sent)) throw new Error("it was accepted");
      const { refusal } = sent;
      expect(refusal.code).toBe(expected.code ?? "edition");
      if (refusal.code === "edition") {
        expect(refusal.refusal.reason.en).toMatch(expected.reason!);
        if (expected.line) expect(refusal.refusal.line).toBe(expected.line);
      }
      expect((await readdir(env.DATA_DIR, { recursive: true })).sort()).toEqual(before);
      expect((await audit())[0]).toMatchObject({ action: "edition.refused", user_name: "Ada" });
    },
  );

  test("cut anywhere, or broken off by the network, it is refused at once", async () => {
    const body = multipart([...fieldsOf(), file(GOOD), file("nom\nA\n", "plateformes")]);
    // The last four bytes but end what has ended.
    for (let at = 0; at < body.length - 4; at += 17) {
      const sent = await sendForm(user, requestOf(body.subarray(0, at)));
      expect(sent, `cut at ${at}`).toMatchObject({ refusal: { code: "cut" } });
      const { headers } = requestOf(body);
      let given = 0;
      const broken = new ReadableStream({
        pull(controller) {
          if (at > 0 && given++ === 0) controller.enqueue(body.subarray(0, at));
          else controller.error(new Error("connection reset"));
        },
      }) as ReturnType<typeof requestOf>["body"];
      expect(await sendForm(user, { headers, body: broken })).toMatchObject({ refusal: { code: "cut" } });
    }
    expect((await readdir(env.DATA_DIR, { recursive: true })).sort()).toEqual(before);
  });

  test("what was typed comes back with a refusal", async () => {
    const sent = await send([...fieldsOf({ "title-fr": "Titre typé" }), file("")]);
    expect(sent).toMatchObject({ typed: { id: "essai", "title-fr": "Titre typé" } });
  });

  test("a file's name chooses no place", async () => {
    const sent = await send([...fieldsOf(), file(GOOD, "organisations", "../../../etc/evil.csv")]);
    if (!("upload" in sent)) throw new Error("it was refused");
    expect(sent.upload.files.map(({ name }) => name)).toEqual(["organisations.csv"]);
    await discardUpload(user, sent.upload);
    expect(await listUploads()).toEqual([]);
  });
});
