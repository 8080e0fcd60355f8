import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";
import type { Account } from "./support/accounts";
import { everyone, WHO, type Who } from "./support/people";

/** Who may use an action of the server, and a page that has it. */
type Rule = { may: readonly Who[]; page: string; fields?: Record<string, string>; args?: readonly string[] };

const EDITORS = ["editor", "admin"] as const;
const ADMINS = ["admin"] as const;
const DESK = "/admin/annotations";
const EDITIONS = "/admin/editions";
const [note, draft] = [randomUUID(), randomUUID()];
const written = {
  edition: "demo",
  kind: "comment",
  language: "fr",
  target: "edition",
  body: "Sur rien.",
  base: "0",
};

/** Every action of the server; those that anyone may use are tested where they are used. */
const ACTIONS: Record<string, Rule | "anyone"> = {
  signIn: "anyone",
  signOut: "anyone",
  accept: "anyone",
  report: "anyone",
  changePassword: { may: EDITORS, page: "/admin/compte", fields: { password: "x", "new-password": "y" } },
  saveNote: {
    may: EDITORS,
    page: `${DESK}/nouvelle`,
    fields: { ...written, id: note, intent: "save", stay: "1" },
  },
  keepTyped: {
    may: EDITORS,
    page: `${DESK}/nouvelle`,
    fields: { ...written, id: draft, subject: "new:edition" },
  },
  findNotes: { may: EDITORS, page: `${DESK}/nouvelle`, args: ["", ""] },
  changeNote: {
    may: EDITORS,
    page: `${DESK}/nouvelle`,
    fields: { id: randomUUID(), change: "delete", base: "1" },
  },
  changeMany: { may: EDITORS, page: DESK, fields: { change: "delete", note: `${randomUUID()}:1` } },
  handle: { may: EDITORS, page: "/admin/signalements", fields: { id: randomUUID(), change: "dismiss" } },
  invite: { may: ADMINS, page: "/admin/utilisateurs", fields: { email: "nobody", name: "Nobody" } },
  manageAccount: {
    may: ADMINS,
    page: "/admin/utilisateurs",
    fields: { id: randomUUID(), change: "disable" },
  },
  fetchEdition: { may: ADMINS, page: EDITIONS },
  publishEdition: { may: ADMINS, page: EDITIONS, fields: { upload: randomUUID(), confirmed: "yes" } },
  discardEdition: { may: ADMINS, page: EDITIONS, fields: { upload: randomUUID() } },
  restoreVersion: { may: ADMINS, page: EDITIONS, fields: { edition: "demo", version: "none" } },
  withdrawEdition: { may: ADMINS, page: EDITIONS, fields: { edition: "none", confirmed: "yes" } },
};

type Manifest = { node: Record<string, { exportedName: string }> };
const ids = () =>
  Object.entries(
    (JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as Manifest).node,
  ).map(([id, { exportedName }]) => ({ id, name: exportedName }));

/** Calls an action as the page's script does. @returns status and body of the answer */
async function call(who: APIRequestContext, id: string, rule: Rule, headers: Record<string, string>) {
  const { page, fields = {}, args } = rule;
  const single = ids().find((one) => one.id === id)?.name === "keepTyped";
  const multipart = new FormData();
  for (const [name, value] of Object.entries({ locale: "fr", ...fields }))
    multipart.append(`_1_${name}`, value);
  // What it refers to must have come before.
  multipart.append("0", JSON.stringify(args ?? (single ? ["$K1"] : [{ faults: [], values: {} }, "$K1"])));
  const answer = await who.post(page, {
    multipart,
    headers: { ...headers, "Next-Action": id, Accept: "text/x-component" },
  });
  return { status: answer.status(), body: await answer.text() };
}

let admin: Account;
let people: Record<Who, APIRequestContext>;
test.beforeAll(async ({ baseURL }) => {
  ({ admin, people } = await everyone(baseURL!));
});
test.afterAll(async () => {
  for (const context of Object.values(people)) await context.dispose();
});

/** Lines of the audit log about what this file's people did. */
const audited = async () => {
  const lines = await (await people.admin.get(`/api/admin/audit?q=${note}`)).text();
  return lines.trim().split("\r\n").length - 1;
};

test("every action of the server is in the table", () => {
  const names = ids().map(({ name }) => name);
  expect(names.filter((name) => !(name in ACTIONS))).toEqual([]);
  expect(Object.keys(ACTIONS).filter((name) => !names.includes(name))).toEqual([]);
});

for (const [name, rule] of Object.entries(ACTIONS))
  if (rule !== "anyone")
    test(`${name} answers those who may, and refuses others and other sites`, async ({ baseURL }) => {
      const { id } = ids().find((one) => one.name === name)!;
      const own = { origin: baseURL! };
      const before = await audited();
      const refused = /"error":"(session|forbidden)"/;
      for (const who of WHO) {
        if (rule.may.includes(who)) continue;
        const { status, body } = await call(people[who], id, rule, own);
        // An action that answers a list throws, as only a page that its reader may not see could ask for it.
        if (name === "findNotes") expect(status, who).toBe(500);
        else expect(body, who).toMatch(refused);
        expect(body, who).not.toContain(admin.email);
      }
      expect(await audited()).toBe(before);
      for (const headers of [
        { origin: "https://evil.example" },
        { "sec-fetch-site": "cross-site" },
      ] as Record<string, string>[]) {
        const { status, body } = await call(people.admin, id, rule, headers);
        if (status < 400) expect(body, JSON.stringify(headers)).toMatch(refused);
      }
      expect(await audited()).toBe(before);
      // The same request in the right hands does not meet these refusals: they were for want of the right.
      for (const who of rule.may) {
        const { status, body } = await call(people[who], id, rule, own);
        expect(status, who).toBeLessThan(400);
        expect(body, who).not.toMatch(refused);
      }
      if (name === "saveNote") expect(await audited()).toBeGreaterThan(before);
    });
