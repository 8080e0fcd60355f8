import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { download, refusalOf, type DownloadOptions } from "./download";

const nobody = () => Promise.resolve(null);

describe("addresses that are not asked", () => {
  test.each([
    ["http://www.data.gouv.fr/x", "http://www.data.gouv.fr is not https"],
    ["ftp://www.data.gouv.fr/x", "ftp://www.data.gouv.fr is not https"],
    ["https://user:secret@www.data.gouv.fr/x", "www.data.gouv.fr is asked for with a password"],
    ["https://127.0.0.1/x", "127.0.0.1 is not on the public internet"],
    ["https://2130706433/x", "127.0.0.1 is not on the public internet"],
    ["https://[::1]:8443/x", "[::1]:8443 is not on the public internet"],
    ["https://[::ffff:10.0.0.1]/x", "[::ffff:a00:1] is not on the public internet"],
    ["https://169.254.169.254/latest/meta-data", "169.254.169.254 is not on the public internet"],
    ["https://172.31.255.255/x", "172.31.255.255 is not on the public internet"],
    ["https://[fd00::1]/x", "[fd00::1] is not on the public internet"],
  ])("%s", async (address, refusal) => {
    expect(await refusalOf(new URL(address), nobody)).toBe(refusal);
  });

  test("a public name that leads to a private address", async () => {
    const url = new URL("https://rebound.example/x");
    expect(await refusalOf(url, () => Promise.resolve(["93.184.216.34", "192.168.1.1"]))).toContain(
      "rebound.example",
    );
    expect(await refusalOf(url, () => Promise.resolve(["93.184.216.34"]))).toBeNull();
  });

  test("a public address, and a name that only a proxy knows, are asked", async () => {
    expect(await refusalOf(new URL("https://172.32.0.1/x"), nobody)).toBeNull();
    expect(await refusalOf(new URL("https://www.data.gouv.fr/x"), nobody)).toBeNull();
  });
});

describe("downloads", () => {
  let folder: string;
  const servers: Server[] = [];

  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const get = (address: string, options: Partial<DownloadOptions> = {}) =>
    download(`${address}/start`, join(folder, "file"), {
      signal: AbortSignal.timeout(10_000),
      maxBytes: 1_000,
      allow: [address],
      ...options,
    });

  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "download-"))));
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
    await rm(folder, { recursive: true, force: true });
  });

  test("bytes arrive as they were sent, through redirects", async () => {
    const seen: number[] = [];
    const address = await serve((request, response) => {
      if (request.url === "/start") response.writeHead(302, { location: "/there" }).end();
      else response.end("siren,nom\r\n1,é\r\n");
    });
    expect(await get(address, { onProgress: (received) => seen.push(received) })).toBe(17);
    expect(await readFile(join(folder, "file"), "utf8")).toBe("siren,nom\r\n1,é\r\n");
    expect(seen.at(-1)).toBe(17);
  });

  test("a redirect to plain http, or to this machine, is not followed", async () => {
    let asked = 0;
    const inside = await serve((_, response) => void (asked++, response.end("secret")));
    const address = await serve(
      (_, response) => void response.writeHead(302, { location: `${inside}/x` }).end(),
    );
    await expect(get(address)).rejects.toThrow("is not https");
    const secure = inside.replace("http:", "https:");
    const other = await serve((_, response) => void response.writeHead(307, { location: secure }).end());
    await expect(get(other)).rejects.toThrow("is not on the public internet");
    expect(asked).toBe(0);
  });

  test("five redirects are followed, a sixth is not; one without address is told", async () => {
    let left = 5;
    const address = await serve((_, response) => {
      if (left-- > 0) response.writeHead(301, { location: "/again" }).end();
      else response.end("here");
    });
    expect(await get(address)).toBe(4);
    left = 6;
    await expect(get(address)).rejects.toThrow("more than 5 redirects");
    const lost = await serve((_, response) => void response.writeHead(302).end());
    await expect(get(lost)).rejects.toThrow("answered 302 without saying where to go");
  });

  test("a file longer than allowed is refused, whatever length was announced", async () => {
    const endless = await serve((_, response) => {
      const timer = setInterval(() => response.write("x".repeat(400)), 5);
      response.on("close", () => clearInterval(timer));
    });
    await expect(get(endless)).rejects.toThrow("sends more than 1000 bytes");
  });

  test("a file cut off is no file", async () => {
    const cut = await serve((_, response) => {
      response.writeHead(200, { "content-length": "500" });
      response.write("x".repeat(100));
      setTimeout(() => response.destroy(), 20);
    });
    await expect(get(cut)).rejects.toThrow(/127\.0\.0\.1:\d+: /);
  });

  test("an answer that does not end is ended by the signal, with its reason", async () => {
    const silent = await serve((_, response) => void response.write("x"));
    const slow = new AbortController();
    setTimeout(() => slow.abort(new Error("took too long")), 50);
    await expect(get(silent, { signal: slow.signal })).rejects.toThrow("took too long");
  });

  test("an error of the server, and no server, are told", async () => {
    const broken = await serve((_, response) => void response.writeHead(503).end("down"));
    await expect(get(broken)).rejects.toThrow("answered 503");
    servers.splice(0).forEach((server) => server.close().closeAllConnections());
    await expect(get(broken)).rejects.toThrow(/ECONNREFUSED/);
  });
});
