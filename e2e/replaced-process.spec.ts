import { expect, test } from "./fixtures";
import { balance } from "./support/balancer";
import { ownFolder, startOwnServer, stopOwnServers } from "./support/own-server";

test.afterAll(stopOwnServers);

test("processes behind one address are replaced in turn, and no reader meets a failure", async () => {
  const folder = ownFolder();
  const start = () => startOwnServer({}, folder);
  const servers = await Promise.all([start(), start()]);
  const site = await balance(
    servers.map(({ port }) => port),
    0,
    250,
  );
  let reading = true;
  const answers: (number | string)[] = [];
  /** A session's cookie, so that each page is made anew; no connection is used twice. */
  const headers = { Cookie: "next-auth.session-token=none", Connection: "close" };
  const read = async (path: string) => {
    while (reading)
      answers.push(
        await fetch(`${site.url}${path}`, { headers }).then(
          async (answer) => (await answer.text(), answer.status),
          (fault: unknown) => String(fault),
        ),
      );
  };
  const paths = ["/organisations?edition=demo", "/api/v1/editions/demo/platforms", "/journal?edition=demo"];
  const readers = paths.map(read);
  for (const [index, server] of servers.entries()) {
    const before = answers.length;
    await server.stop();
    expect(answers.length, "readers went on meanwhile").toBeGreaterThan(before);
    site.ports[index] = (await start()).port;
    const given = site.given[index]!;
    await expect.poll(() => site.given[index]!, { timeout: 10_000 }).toBeGreaterThan(given);
  }
  reading = false;
  await Promise.all(readers);
  await site.close();
  expect(answers.length).toBeGreaterThan(50);
  expect(answers.filter((answer) => answer !== 200)).toEqual([]);
});
