/**
 * The server in production: Next, and before it the memory of public answers (`lib/http`), which Next's own server has
 * no place for. Started by the commands with `<host> <port>`.
 */
import { createServer } from "node:http";
import { ROOT } from "./lib/project.mjs";

const [hostname = "127.0.0.1", port = "3000"] = process.argv.slice(2);
const { default: next } = await import("next");

const app = next({ dev: false, dir: ROOT, hostname, port: Number(port) });
await app.prepare();
const handle = app.getRequestHandler();

async function answer(request, response) {
  // Known once Next has run the instrumentation; until then nothing is kept.
  if (await globalThis.observatoryAnswer?.(request, response)) return;
  await handle(request, response);
}

const server = createServer((request, response) => {
  answer(request, response).catch((cause) => {
    console.error(
      JSON.stringify({ level: "error", event: "answer_failed", reason: String(cause?.stack ?? cause) }),
    );
    if (response.headersSent) response.destroy();
    else
      response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end("Internal Server Error\n");
  });
});

/**
 * Connections already made are those of requests on their way: they are still answered. Closing the server cuts those
 * whose request has not been read yet, so it waits for them.
 */
const BACKLOG_MS = 1_500;
const close = () => server.close(() => process.exit(0));
let told = false;
for (const signal of ["SIGTERM", "SIGINT"]) {
  // Not once: a signal that nobody listens to any more would kill the process in the middle of its answers.
  process.on(signal, () => {
    if (told) return;
    told = true;
    // Between a timer and an immediate, connections that wait are taken up, however busy the process was.
    setTimeout(() => setImmediate(close), BACKLOG_MS);
  });
}

server.listen(Number(port), hostname);
