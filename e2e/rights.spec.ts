import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";
import { makeAccount, userCommand, type Account } from "./support/accounts";
import { formsOf, submit } from "./support/forms";
import { everyone, WHO, type Who } from "./support/people";

/**
 * What someone gets: the page, the way to sign in, a refusal for want of the right, the administration, or nothing there
 * (an address asks for what does not exist, which only those who may open it are told).
 */
type Outcome = "open" | "sign-in" | "forbidden" | "home" | "missing";

const ANYONE: Record<Who, Outcome> = {
  ...{ anonymous: "open", editor: "open", admin: "open", disabled: "open", expired: "open" },
};
const EDITORS: Record<Who, Outcome> = {
  ...ANYONE,
  anonymous: "sign-in",
  disabled: "sign-in",
  expired: "sign-in",
};
const ADMINS: Record<Who, Outcome> = { ...EDITORS, editor: "forbidden" };

/** Every page of the administration must be here, with who may open it; others are open to anyone. */
const PAGES: Record<string, Record<Who, Outcome>> = {
  "/": ANYONE,
  "/organisations": ANYONE,
  "/api/v1/editions": ANYONE,
  "/api/auth/session": ANYONE,
  "/connexion": { ...ANYONE, editor: "home", admin: "home" },
  "/admin": EDITORS,
  "/admin/annotations": EDITORS,
  "/admin/annotations/[id]": { ...EDITORS, editor: "missing", admin: "missing" },
  "/admin/audit": ADMINS,
  "/admin/compte": EDITORS,
  "/admin/editions": ADMINS,
  "/admin/editions/[id]": { ...ADMINS, admin: "missing" },
  "/admin/signalements": EDITORS,
  "/admin/utilisateurs": ADMINS,
};

let admin: Account;
let people: Record<Who, APIRequestContext>;

test.beforeAll(async ({ baseURL }) => {
  ({ admin, people } = await everyone(baseURL!));
});
test.afterAll(async () => {
  for (const context of Object.values(people)) await context.dispose();
});

async function outcomeOf(context: APIRequestContext, path: string, headers = {}): Promise<Outcome | number> {
  const answer = await context.get(path, { headers });
  const location = answer.headers().location ?? "";
  if (answer.status() === 307) return /^(\/en)?\/connexion\?/.test(location) ? "sign-in" : "home";
  const outcomes: Record<number, Outcome> = { 200: "open", 403: "forbidden", 404: "missing" };
  return outcomes[answer.status()] ?? answer.status();
}

test("every page of the administration is in the table", () => {
  const pages = readdirSync("app/[locale]/admin", { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)page\.tsx$/.test(path))
    .map((path) => `/admin/${path.replace(/\/?page\.tsx$/, "")}`.replace(/\/$/, ""));
  expect(pages.filter((path) => !(path in PAGES))).toEqual([]);
});

for (const [path, table] of Object.entries(PAGES))
  test(`${path} is as the table says`, async () => {
    for (const locale of path.startsWith("/api") ? [""] : ["", "/en"])
      for (const who of WHO) {
        const address = `${locale}${path}`.replace(/(?<=.)\/$/, "").replace("[id]", randomUUID());
        expect(await outcomeOf(people[who], address), `${address} for ${who}`).toBe(table[who]);
      }
  });

test("no other way of asking gives away what a page holds", async ({ baseURL }) => {
  const ways: [string, Record<string, string>][] = [
    ["/admin/utilisateurs", { RSC: "1" }],
    ["/admin/utilisateurs", { RSC: "1", "Next-Router-Prefetch": "1" }],
    ["/admin/utilisateurs", { RSC: "1", "Next-Router-Segment-Prefetch": "/_tree" }],
    ["/admin/utilisateurs", { Purpose: "prefetch" }],
    ["/admin/utilisateurs", { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }],
    ["/admin/utilisateurs?_rsc=1", {}],
    ["/fr/admin/utilisateurs", {}],
    ["/admin/utilisateurs.rsc", {}],
    ["//admin/utilisateurs", {}],
    ["/%61dmin/utilisateurs", {}],
    ["/ADMIN/utilisateurs", {}],
  ];
  const whole = await (await people.admin.get("/admin/utilisateurs")).text();
  expect(whole).toContain(admin.email);
  for (const who of WHO.filter((one) => one !== "admin"))
    for (const [path, headers] of ways) {
      const body = await (await people[who].get(`${baseURL}${path}`, { headers })).text();
      expect(body, `${path} ${JSON.stringify(headers)} for ${who}`).not.toContain(admin.email);
    }
});

test("answers with a session are kept by no cache", async () => {
  for (const path of ["/admin", "/admin/utilisateurs", "/", "/api/auth/session"]) {
    const { "cache-control": kept } = (await people.admin.get(path)).headers();
    expect(kept, path).toContain("no-store");
  }
});

test("an administrator's forms do nothing in other hands, nor sent from another site", async ({
  baseURL,
}) => {
  const target = await makeAccount("editor");
  const html = await (await people.admin.get("/admin/utilisateurs")).text();
  const forms = formsOf(html);
  const manage = forms.find((form) => form.text.includes(target.name))!;
  const inviting = forms.find((form) => form.names.includes("role"))!;
  const lines = async () =>
    (await userCommand(["list"]))
      .split("\n")
      .filter((line) => line.startsWith(target.email) || /intruder|csrf/.test(line));
  const before = [`${target.email}\teditor\tactive\t${target.name}`];
  expect(await lines()).toEqual(before);
  const own = { origin: baseURL! };

  for (const who of WHO.filter((one) => one !== "admin")) {
    for (const change of ["disable", "admin", "link"]) {
      const answer = await submit(people[who], "/admin/utilisateurs", manage, { change }, own);
      expect(await answer.text(), `${change} by ${who}`).not.toContain("/connexion/lien/");
    }
    const email = `intruder-${who}@exemple.fr`;
    const given = { email, name: "Intruder", role: "admin" };
    for (const path of ["/admin/utilisateurs", "/connexion", "/"])
      await submit(people[who], path, inviting, given, own);
  }
  expect(await lines()).toEqual(before);

  // The administrator's own session, used by another site.
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { referer: "https://evil.example/page" },
  ];
  for (const headers of foreign)
    await submit(
      people.admin,
      "/admin/utilisateurs",
      inviting,
      { email: "csrf@exemple.fr", name: "Csrf", role: "admin" },
      headers,
    );
  expect(await lines()).toEqual(before);

  // And the same request in the right hands does what it says: the refusals above were not for another reason.
  await submit(
    people.admin,
    "/admin/utilisateurs",
    inviting,
    { email: "right@exemple.fr", name: "Right", role: "editor" },
    own,
  );
  expect(await userCommand(["list"])).toContain("right@exemple.fr\teditor\tinvited\tRight");
  await submit(people.admin, "/admin/utilisateurs", manage, { change: "disable" }, own);
  expect(await lines()).toEqual([before[0]!.replace("active", "disabled")]);
});
