import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to a server that can be cut in the middle of a word: then it takes everything and answers nothing. */
export async function startWay(port: number) {
  let silent = false;
  const sockets = new Set<Socket>();
  const way = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const [from, to] of [[near, far] as const, [far, near] as const]) {
      sockets.add(from);
      from.on("data", (chunk) => void (!silent && to.write(chunk)));
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => way.once("listening", resolve));
  return {
    port: (way.address() as AddressInfo).port,
    /** Connections open on either side. */
    open: () => sockets.size,
    cut: (value: boolean) => void (silent = value),
    close() {
      for (const socket of sockets) socket.destroy();
      way.close();
    },
  };
}
