import { expect, it } from "vitest";
import { MAX_BODY, mcpAnswer, notTaken, preflight } from "./endpoint";

type Answer = { jsonrpc: string; id: unknown; error?: { code: number; message: string }; result?: unknown };

const post = (body: BodyInit, headers: Record<string, string> = {}, patienceMs?: number) =>
  mcpAnswer(
    new Request("http://observatory.example/api/mcp", {
      ...{ method: "POST", body, duplex: "half" },
      headers: { "content-type": "application/json", ...headers },
    } as RequestInit),
    patienceMs,
  );
const call = (method: string, params?: object) => JSON.stringify({ jsonrpc: "2.0", id: 7, method, params });
const read = async (response: Response) => (await response.json()) as Answer;

/** A valid message of exactly so many bytes. */
function messageOf(bytes: number): string {
  const empty = call("ping", { _meta: { filling: "" } });
  return call("ping", { _meta: { filling: "x".repeat(bytes - empty.length) } });
}

it("takes 65,536 bytes, and not one more", async () => {
  expect(MAX_BODY).toBe(65_536);
  const whole = await post(messageOf(65_536));
  expect(whole.status).toBe(200);
  expect(await read(whole)).toEqual({ jsonrpc: "2.0", id: 7, result: {} });
  const longer = await post(messageOf(65_537));
  expect(longer.status).toBe(413);
  expect((await read(longer)).error?.message).toContain("65536 bytes");
});

it("counts bytes, not letters", async () => {
  // 40,000 letters of two bytes each.
  expect((await post(call("ping", { _meta: { filling: "é".repeat(40_000) } }))).status).toBe(413);
});

it("stops reading a body that does not say its length", async () => {
  let sent = 0;
  let stopped = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 10_000;
      controller.enqueue(new Uint8Array(10_000).fill(32));
    },
    cancel() {
      stopped = true;
    },
  });
  expect((await post(endless)).status).toBe(413);
  expect(sent).toBeLessThan(100_000);
  expect(stopped).toBe(true);
});

it("does not wait for a body that never ends", async () => {
  const drops = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(1)),
  });
  const answer = await post(drops, {}, 50);
  expect(answer.status).toBe(408);
  expect((await read(answer)).error?.message).toContain("in time");
});

it.each([
  ["what is not JSON", "{", 400, -32700],
  ["nothing", "", 400, -32700],
  ["a batch", `[${call("ping")},${call("ping")}]`, 400, -32600],
  ["JSON that is no message", '{"hello":1}', 400, -32700],
  ["null", "null", 400, -32700],
])("refuses %s as JSON-RPC does", async (_what, body, status, code) => {
  const answer = await post(body);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const { error, id } = await read(answer);
  expect(id).toBeNull();
  expect(error?.code).toBe(code);
  // Neither a path nor a stack.
  expect(JSON.stringify(error)).not.toMatch(/node_modules|\.[jt]s\b|\n/);
});

it("refuses a body of another type, and an answer of another type", async () => {
  expect((await post(call("ping"), { "content-type": "text/plain" })).status).toBe(415);
  expect((await post(call("ping"), { accept: "text/html" })).status).toBe(406);
  for (const accept of ["application/json", "*/*", "application/json, text/event-stream"])
    expect((await post(call("ping"), { accept })).status, accept).toBe(200);
});

it("refuses a version of the protocol that it does not know", async () => {
  expect((await post(call("ping"), { "mcp-protocol-version": "1999-01-01" })).status).toBe(400);
});

it("takes a notification without an answer", async () => {
  const answer = await post(JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }));
  expect(answer.status).toBe(202);
  expect(await answer.text()).toBe("");
});

it("knows the tools that it has, and nothing else", async () => {
  const unknown = await read(await post(call("tools/call", { name: "drop_table", arguments: {} })));
  expect(unknown.error?.code).toBe(-32602);
  expect(unknown.error?.message).toMatch(/drop_table.*known ones are list_editions, /);
  expect((await read(await post(call("resources/list")))).error?.code).toBe(-32601);
});

it("has no stream and no session, and is open to every site", async () => {
  const refused = notTaken();
  expect(refused.status).toBe(405);
  expect(refused.headers.get("allow")).toBe("POST, OPTIONS");
  const allowed = preflight();
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get("access-control-allow-origin")).toBe("*");
  expect(allowed.headers.get("access-control-allow-headers")).toMatch(/Mcp-Protocol-Version/i);
  expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
});
