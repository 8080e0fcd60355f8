import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, expectAccessible, test, VIEWPORTS } from "./fixtures";

test("only POST is taken, of 64 kB at most, from any site", async ({ request }) => {
  for (const method of ["GET", "DELETE", "PUT", "PATCH", "HEAD"]) {
    const refused = await request.fetch("/api/mcp", { method });
    expect(refused.status(), method).toBe(405);
    expect(refused.headers().allow, method).toBe("POST, OPTIONS");
  }
  const allowed = await request.fetch("/api/mcp", { method: "OPTIONS" });
  expect(allowed.status()).toBe(204);
  expect(allowed.headers()["access-control-allow-methods"]).toBe("POST, OPTIONS");
  const send = (data: string, headers: Record<string, string> = {}) =>
    request.post("/api/mcp", { data, headers: { "Content-Type": "application/json", ...headers } });
  const ping = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" });
  const elsewhere = await send(ping, { Origin: "https://elsewhere.example" });
  expect(elsewhere.status()).toBe(200);
  expect(elsewhere.headers()).toMatchObject({
    ...{ "access-control-allow-origin": "*", "cache-control": "no-store" },
  });
  expect(elsewhere.headers()["set-cookie"]).toBeUndefined();
  expect(elsewhere.headers()["mcp-session-id"]).toBeUndefined();
  expect((await send(ping + " ".repeat(65_536))).status()).toBe(413);
  expect((await send("{")).status()).toBe(400);
  expect(await (await send("{")).json()).toMatchObject({ error: { code: -32700 }, id: null });
  expect(await (await send(`[${ping}]`)).json()).toMatchObject({ error: { code: -32600 } });
});

test.describe("elsewhere", () => {
  test.use({ expectedProblems: [/^reached out: http:\/\/127\.0\.0\.1/] });
  test("a page of another site may ask", async ({ page, baseURL }) => {
    // Really served, from an origin of its own: browsers tell pages of this machine from others.
    const other = createServer((_request, response) =>
      response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Elsewhere</title>"),
    );
    await new Promise<void>((settle) => other.listen(0, "127.0.0.1", settle));
    const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    await page.goto(elsewhere);
    const total = await page.evaluate(async (address) => {
      const answer = await fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Mcp-Protocol-Version": "2025-06-18" },
        body: JSON.stringify({
          ...{ jsonrpc: "2.0", id: 1, method: "tools/call" },
          params: { name: "list_question", arguments: { list: "organisations", page_size: 1 } },
        }),
      });
      return ((await answer.json()) as { result: { structuredContent: { total: number } } }).result
        .structuredContent.total;
    }, `${baseURL}/api/mcp`);
    other.close();
    expect(total).toBeGreaterThan(0);
  });
});

test("the ready lines for clients work as they are", async ({ page, baseURL }) => {
  await page.goto("/developpeurs?edition=demo");
  const line = async (tool: string) =>
    (await page.getByRole("region", { name: tool, exact: true }).locator("code").textContent())!;
  const { mcpServers } = JSON.parse(await line("mcp.json")) as { mcpServers: Record<string, object> };
  expect(mcpServers.observatoire).toEqual({ type: "http", url: `${baseURL}/api/mcp` });
  const shell = execFileSync("sh", ["-c", `${await line("curl (MCP)")} --silent`], { encoding: "utf8" });
  expect(JSON.parse(shell)).toMatchObject({ result: { structuredContent: { id: "opening-rate" } } });
  const script = await line("JavaScript (@modelcontextprotocol/sdk)");
  const options = { encoding: "utf8", env: { ...process.env, FORCE_COLOR: "0" } } as const;
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], options);
  expect(printed).toMatch(/^\d+ .*Licence Ouverte 2\.0.*\/search\?q=Rennes/);
});

for (const locale of ["fr", "en"] as const)
  test(`the part on MCP is accessible and fits a phone, ${locale}`, async ({ page }) => {
    await page.setViewportSize(VIEWPORTS.phone);
    await page.goto(`${locale === "en" ? "/en" : ""}/developpeurs?edition=demo`);
    await expect(page.locator("#mcp")).toBeVisible();
    await expect(page.getByText("list_question", { exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
