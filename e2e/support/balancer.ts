import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Balancer = {
  url: string;
  /** Ports of the servers; one may take another's place. */
  ports: number[];
  /** Requests given to each server so far. */
  given: number[];
  close: () => Promise<void>;
};

/** Header by which a test chooses the server, by its place in the list; without it they take turns. */
export const TO = "x-to";

const isReady = async (port: number) =>
  (await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => undefined))?.status === 200;

/**
 * What stands before several servers: gives each request to the next one, whoever sent it. What visitors say of
 * their address is passed on, so that a test can have many.
 * @param lookMs looks so often at the readiness of each, and gives nothing to those that are not
 */
export async function balance(of: readonly number[], listen = 0, lookMs = 0): Promise<Balancer> {
  const ports = [...of];
  const given = ports.map(() => 0);
  const ready = ports.map(() => true);
  let turn = 0;
  const next = () => {
    while (ready.includes(true) && !ready[turn % ports.length]) turn++;
    return turn++ % ports.length;
  };
  const look = () =>
    ports.map(async (port, index) => {
      ready[index] = await isReady(port);
    });
  const looking = lookMs > 0 ? setInterval(() => void Promise.all(look()), lookMs) : undefined;
  const server: Server = createServer((asked, answer) => {
    const { [TO]: chosen, ...headers } = asked.headers;
    const index = chosen === undefined ? next() : Number(chosen);
    given[index]!++;
    const to = { host: "127.0.0.1", port: ports[index], method: asked.method, path: asked.url, headers };
    const passed = request({ ...to, agent: false }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    passed.on("error", (fault) => answer.destroy(fault));
    asked.pipe(passed);
  });
  server.listen(listen, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ports,
    given,
    close: () =>
      new Promise((settle) => {
        clearInterval(looking);
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}
