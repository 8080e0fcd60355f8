import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Balancer = {
  url: string;
  /** Requests given to each server so far. */
  given: number[];
  close: () => Promise<void>;
};

/** Header by which a test chooses the server, by its place in the list; without it they take turns. */
export const TO = "x-to";

/**
 * What stands before several servers: gives each request to the next one, whoever sent it. What visitors say of
 * their address is passed on, so that a test can have many.
 */
export async function balance(ports: readonly number[], listen: number): Promise<Balancer> {
  const given = ports.map(() => 0);
  let turn = 0;
  const server: Server = createServer((asked, answer) => {
    const { [TO]: chosen, ...headers } = asked.headers;
    const index = chosen === undefined ? turn++ % ports.length : Number(chosen);
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
    given,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}
