import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { startPostgres } from "../../tests/support/stores";
import { balance, type Balancer } from "./balancer";
import { freePort } from "./free-port.mjs";
import { ownFolder, startOwnServer, stopOwnServers, type OwnServer } from "./own-server";

export type Machines = {
  site: Balancer;
  servers: OwnServer[];
  /** Settings of commands that work on the same store. */
  env: Record<string, string>;
  stop: () => Promise<void>;
};

/**
 * Two processes of one build on one folder of editions, behind one address. With PostgreSQL they share nothing else
 * but a secret, as on two machines; without, they are two processes of one machine on its embedded store.
 */
export async function startMachines(postgres: boolean): Promise<Machines> {
  const folder = ownFolder();
  const port = await freePort();
  const database = postgres ? await startPostgres() : undefined;
  const shared = {
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: database?.url ?? "",
    NEXTAUTH_SECRET: database ? randomUUID() : "",
  };
  const state = (name: string) => ({ STATE_DIR: join(folder, postgres ? name : "state") });
  const servers = await Promise.all(
    ["one", "two"].map((name) => startOwnServer({ ...shared, ...state(name) }, folder)),
  );
  const site = await balance(
    servers.map((server) => server.port),
    port,
  );
  return {
    ...{ site, servers, env: { ...shared, ...state("commands") } },
    async stop() {
      await site.close();
      await stopOwnServers();
      database?.stop();
    },
  };
}
