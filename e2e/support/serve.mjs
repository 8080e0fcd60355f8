/**
 * The server of the end-to-end tests: the production build on folders of its own, gone when it stops.
 * With E2E_POSTGRES, a port, its store is a PostgreSQL of its own there, which goes with it.
 * The demonstration edition is the default one, so that tests mean the same with and without the real files.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeEditions } from "./editions.mjs";
import { folderOf } from "./folder.mjs";

const port = process.argv[2] ?? "3000";
const folder = folderOf(port);
rmSync(folder, { recursive: true, force: true });
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const env = {
  ...process.env,
  NODE_ENV: "production",
  UV_THREADPOOL_SIZE: "16",
  DATA_DIR: join(folder, "editions"),
  STATE_DIR: join(folder, "state"),
  PORT: port,
  NEXTAUTH_URL: `http://127.0.0.1:${port}`,
  DEFAULT_EDITION: "demo",
  OFFLINE: "1",
  SITE_OPERATOR: "Association d’essai, 1 rue des Données",
  SITE_CONTACT: "contact@essai.example",
};
if (process.env.E2E_POSTGRES) {
  const { startPostgres } = await import("../../tests/support/stores.ts");
  const postgres = await startPostgres(Number(process.env.E2E_POSTGRES));
  process.on("exit", postgres.stop);
  env.DATABASE_URL = postgres.url;
}
mkdirSync(env.DATA_DIR, { recursive: true });
writeEditions(env.DATA_DIR);

const args = ["scripts/server.mjs", "127.0.0.1", port];
const server = spawn(process.execPath, args, { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
