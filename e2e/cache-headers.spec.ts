import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";

/** Rows of the table in docs/deploiement.md: the addresses of each, and what it says is sent. */
const rows = readFileSync("docs/deploiement.md", "utf8")
  .split("\n")
  .filter((line) => /^\| .*\b(no-store|public|private)\b/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, addresses = "", control = "", tag = "", vary = ""]) => ({ addresses, control, tag, vary }));

const ROUTER = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch";
const SESSION = { Cookie: "next-auth.session-token=none" };
const API = "/api/v1/editions";

type Asked = string | { path: string; headers: Record<string, string> };

/** What is asked to try each row, by words of its first cell. */
const TRIED: Record<string, Asked[]> = {
  "public pages": [
    "/",
    "/en/organisations?region=BRE-53",
    "/journal",
    "/signaler?cible=edition&edition=demo",
  ],
  "the same with": [
    { path: "/", headers: SESSION },
    { path: "/organisations", headers: SESSION },
    ...["/connexion", "/admin", "/nothing"],
  ],
  "parts of pages": [{ path: "/organisations", headers: { RSC: "1" } }],
  "`/api/v1`": [
    ...[API, `${API}/demo/organisations`, `${API}/demo/organisations?format=csv`, `${API}/demo/annotations`],
    ...["/api/openapi.json", "/organisations.md", "/journal.atom", "/llms.txt", "/embed/indicateurs/by-type"],
  ],
  "source files": [`${API}/demo/files/organisations.csv`],
  "pictures for sharing": ["/share/fr.png?edition=demo"],
  "`/sitemap.xml`": ["/sitemap.xml", "/robots.txt", "/icon.svg"],
  "errors of the API": [
    ...[`${API}/demo/organisations?none=1`, `${API}/none`, "/api/v1/nothing", "/api/admin/audit"],
    ...["/api/health/live", "/api/health/ready", "/api/metrics", "/api/mcp"],
  ],
  "`/api/auth`": ["/api/auth/session", "/api/auth/csrf"],
};

/** What a cache reads in an answer, in the words of the table. */
async function sent(base: string, path: string, headers: Record<string, string> = {}) {
  // A part of a page is asked where the first answer leads.
  const answer = await fetch(`${base}${path}`, { headers, redirect: "RSC" in headers ? "follow" : "manual" });
  await answer.arrayBuffer();
  const tag = answer.headers.get("etag");
  const vary = (answer.headers.get("vary") ?? "").replace(/,? ?Accept-Encoding$/, "");
  return {
    control: `\`${answer.headers.get("cache-control")}\``,
    tag: tag === null ? "none" : tag.startsWith("W/") ? "weak" : "strong",
    vary:
      { [ROUTER]: "those of the router", [`${ROUTER}, Cookie`]: "`Cookie` and those of the router" }[vary] ??
      vary,
    // What is private must never begin a session for who comes after.
    cookie: answer.headers.get("set-cookie") !== null,
  };
}

for (const { addresses, control, tag, vary } of rows)
  test(`a cache in front is told what the documentation says: ${addresses}`, async ({ baseURL }) => {
    const words = Object.keys(TRIED).find((start) => addresses.startsWith(start));
    let tried = words === undefined ? [] : TRIED[words]!;
    if (addresses.startsWith("`/_next/static`")) {
      const page = await (await fetch(baseURL!)).text();
      tried = [...new Set(page.match(/\/_next\/static\/[^"\\]+\.(js|css)/g))].slice(0, 3);
    }
    expect(tried.length, "each row of the table is tried").toBeGreaterThan(0);
    for (const one of tried) {
      const { path, headers } = typeof one === "string" ? { path: one, headers: {} } : one;
      const said = await sent(baseURL!, path, headers);
      expect({ path, ...said, vary: vary && said.vary }).toEqual({
        ...{ path, control, tag, vary },
        cookie: path.startsWith("/api/auth"),
      });
    }
  });
