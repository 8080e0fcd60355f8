import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refuseMalformed } from "./malformed";

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (!refuseMalformed(request, response)) response.end("handed on");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

it.each(["/api/v1/editions/%E0%A4%A", "/organisations/%ZZ", "/%"])("%s can’t be read: 400", async (path) => {
  const answer = await fetch(`${base}${path}`);
  expect(answer.status).toBe(400);
  expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  for (const guard of ["content-security-policy", "x-content-type-options", "referrer-policy"])
    expect(answer.headers.get(guard), guard).toBeTruthy();
  expect(await answer.json()).toMatchObject({ status: 400, detail: expect.stringContaining("%25") });
});

it.each(["__proto__=1", "type=COM&__proto__=COM", "%5F_proto__=1"])(
  "in the API, %s is an unknown parameter",
  async (search) => {
    const answer = await fetch(`${base}/api/v1/editions?${search}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ parameter: "__proto__" }] });
  },
);

it.each(["/", "/organisations/Caf%C3%A9?q=100%25", "/api/v1/editions?q=__proto__", "/?q=%ZZ"])(
  "%s is handed on",
  async (path) => {
    expect(await (await fetch(`${base}${path}`)).text()).toBe("handed on");
  },
);
