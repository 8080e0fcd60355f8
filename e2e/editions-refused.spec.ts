import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures";
import { makeAccount, signedIn, type Account } from "./support/accounts";
import { formsOf, submit } from "./support/forms";
import { organisations } from "./support/edition-files";
import { ownFolder, startOwnServer, stopOwnServers } from "./support/own-server";

// A server of their own: what these tests send must be seen by no other.
test.describe.configure({ mode: "serial" });
let own: string;
let editions: string;
let state: Record<string, string>;
let admin: Account;

test.beforeAll(async () => {
  const folder = ownFolder();
  own = (await startOwnServer({}, folder)).url;
  editions = join(folder, "editions");
  state = { STATE_DIR: join(folder, "state") };
  admin = await makeAccount("admin", state);
});
test.afterAll(stopOwnServers);

const uploads = () => {
  const folder = join(editions, ".uploads");
  return existsSync(folder) ? readdirSync(folder) : [];
};
/** What is left in the folder besides the editions and their versions. */
const leftovers = () => readdirSync(editions).filter((name) => /^\.(staging|publishing)/.test(name));

test("an edition is sent and read by administrators alone, from this site alone", async () => {
  const form = {
    ...{ id: "intrus", "title-fr": "Intrus", "title-en": "Intruder", "as-of": "2023-01-31", kind: "demo" },
    ...{ reference: "2022", publisher: "x", licence: "x", organisations: organisations(5) },
  };
  const people = {
    anonymous: await signedIn(own),
    editor: await signedIn(own, await makeAccount("editor", state)),
    admin: await signedIn(own, admin),
  };
  const post = async (who: keyof typeof people, headers: Record<string, string>) =>
    (await people[who].post("/api/admin/editions", { multipart: form, headers })).status();
  const before = uploads();
  const served = readdirSync(editions)
    .filter((name) => !name.startsWith("."))
    .sort();
  expect(await post("anonymous", { origin: own })).toBe(401);
  expect(await post("editor", { origin: own })).toBe(403);
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { referer: "https://evil.example/page" },
  ];
  for (const headers of foreign) expect(await post("admin", headers), JSON.stringify(headers)).toBe(403);
  expect(uploads()).toEqual(before);

  // The same request in the right hands does what it says.
  expect(await post("admin", { origin: own })).toBe(303);
  const [id] = uploads();
  for (const path of [`/admin/editions/${id}`, `/api/admin/editions/${id}/report`])
    for (const who of ["anonymous", "editor"] as const) {
      const answer = await people[who].get(path);
      expect(await answer.text(), `${path} for ${who}`).not.toContain("organisations.csv");
      expect([307, 401, 403], `${path} for ${who}`).toContain(answer.status());
    }
  expect((await people.admin.get(`/api/admin/editions/${id}/report`)).status()).toBe(200);

  // Its forms, in other hands or from another site, publish and take away nothing.
  const path = `/admin/editions/${id}`;
  const forms = formsOf(await (await people.admin.get(path)).text());
  const publishing = forms.find(({ text }) => text.includes("Publier l’édition"))!;
  const listed = formsOf(await (await people.admin.get("/admin/editions")).text());
  const withdrawing = listed.find(({ text }) => text.includes("Retirer l’édition"))!;
  const confirmed = { confirmed: "yes" };
  for (const who of ["anonymous", "editor"] as const) {
    await submit(people[who], path, publishing, confirmed, { origin: own });
    await submit(people[who], "/admin/editions", withdrawing, confirmed, { origin: own });
  }
  for (const headers of foreign) await submit(people.admin, path, publishing, confirmed, headers);
  // Without the box ticked, nor in the right hands.
  await submit(people.admin, path, publishing, {}, { origin: own });
  expect(
    readdirSync(editions)
      .filter((name) => !name.startsWith("."))
      .sort(),
  ).toEqual(served);
  expect(uploads()).toEqual([id]);
  await submit(people.admin, path, publishing, confirmed, { origin: own });
  expect(readdirSync(editions)).toContain("intrus");
  for (const context of Object.values(people)) await context.dispose();
});

test("a body cut short or too long is refused, and the server goes on", async () => {
  const context = await signedIn(own, admin);
  const cut = Buffer.from(
    '--b\r\nContent-Disposition: form-data; name="organisations"; filename="a.csv"\r\n\r\nsiren,nom',
  );
  const headers = {
    origin: own,
    "content-type": "multipart/form-data; boundary=b",
    accept: "application/json",
  };
  const answer = await context.post("/api/admin/editions", { data: cut, headers });
  expect(((await answer.json()) as { refusal: string }).refusal).toContain("arrivé incomplet");
  const long = Buffer.alloc(26_000_000, "siren,nom,type\n");
  const sent = await context.post("/api/admin/editions", {
    multipart: { id: "long", organisations: { name: "a.csv", mimeType: "text/csv", buffer: long } },
    headers: { origin: own, accept: "application/json" },
  });
  expect(((await sent.json()) as { refusal: string }).refusal).toContain("dépasse 25");
  expect(leftovers()).toEqual([]);
  expect((await fetch(`${own}/api/health/ready`)).status).toBe(200);
  await context.dispose();
});

test("a folder that can’t be written is served, and says that nothing can be sent", async () => {
  // Root writes anywhere: the server is nobody's then, where nobody can read the program.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const able = spawnSync(process.execPath, ["scripts/lib/project.mjs"], nobody).status === 0;
  test.skip(!able, "the program can’t be read without the rights of root");
  const folder = ownFolder();
  const place = { STATE_DIR: join(folder, "state") };
  const account = await makeAccount("admin", place);
  chmodSync(join(folder, "editions"), 0o555);
  if (nobody.uid) {
    chmodSync(folder, 0o755);
    for (const name of ["", ...readdirSync(place.STATE_DIR)])
      chownSync(join(place.STATE_DIR, name), nobody.uid, nobody.gid);
  }
  const { url } = await startOwnServer({}, folder, nobody);
  const context = await signedIn(url, account);
  const html = await (await context.get("/admin/editions")).text();
  expect(html).toContain("en lecture seule");
  expect(html).not.toContain('name="organisations"');
  const answer = await context.post("/api/admin/editions", {
    multipart: { id: "essai", organisations: organisations(5) },
    headers: { origin: url, accept: "application/json" },
  });
  expect(((await answer.json()) as { refusal: string }).refusal).toContain("en lecture seule");
  expect((await context.get("/?edition=demo")).status()).toBe(200);
  await context.dispose();
});
