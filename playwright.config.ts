import { defineConfig, devices } from "@playwright/test";
import { freePort } from "./e2e/support/free-port.mjs";
import { systemBrowser } from "./scripts/lib/system-browser.mjs";

// Each worker reads this file again: the first reading chooses, the others find its choice.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_BROWSER ??= systemBrowser() ?? "";
// On PostgreSQL, what is written is tested again: accounts, rights, notes, reports, editions. The commands of the tests use its store too.
const onPostgres = process.env.E2E_STORE === "postgres";
const STORED = [
  ...["accounts", "rights", "rights-actions", "notes", "notes-table", "note-editor", "note-panel", "marks"],
  ...["quality-notes", "reports", "editions-admin"],
];
if (onPostgres) {
  process.env.E2E_POSTGRES ??= String(await freePort());
  process.env.DATABASE_URL = `postgresql://observatory@127.0.0.1:${process.env.E2E_POSTGRES}/postgres`;
}
const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;
const root = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  testMatch: onPostgres ? STORED.map((name) => `${name}.spec.ts`) : "*.spec.ts",
  // How pages look is the same on either store.
  grepInvert: onPostgres ? /accessible/ : undefined,
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A machine under load may lose one: it is tried again, and the last lines of the test command name it.
  retries: 1,
  // Accessibility of a few pages takes minutes on a busy machine: what hangs is told by what was expected, not by this.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    screenshot: "only-on-failure",
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.E2E_BROWSER || undefined,
      args: [
        ...(root ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
        // What a page asks of another host is told as a fault (fixtures.ts) and never leaves the machine.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        // Nothing here is drawn by a card: imitating one costs more than the pages do.
        "--disable-gpu",
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" e2e/support/serve.mjs ${process.env.E2E_PORT}`,
    url: `${baseURL}/api/health/ready`,
    timeout: 60_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 12_000 },
  },
});
