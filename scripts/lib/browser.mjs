/** Finds a Chromium for the end-to-end tests, and installs one where there is none. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { CommandError, dashboardNode } from "./project.mjs";
import { run, tail } from "./run.mjs";

const USUAL_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Whether it is there and starts: some systems leave a stub, or a browser without its libraries. */
function runs(path) {
  return existsSync(path) && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

/**
 * The path of a browser of the system that works: CHROMIUM_PATH when set, else a usual one; undefined when there is
 * none, in which case Playwright's own is used.
 * @throws CommandError when CHROMIUM_PATH names something that is no browser
 */
export function systemBrowser() {
  const named = process.env.CHROMIUM_PATH?.trim();
  if (!named) return USUAL_PATHS.find(runs);
  if (runs(named)) return named;
  throw new CommandError(`CHROMIUM_PATH names ${named}, which does not start: correct it, or leave it out`);
}

async function playwrightsOwn() {
  const script = "import('@playwright/test').then((p) => console.log(p.chromium.executablePath()))";
  const { ok, output } = await run(dashboardNode(), ["-e", script]);
  const path = output.trim();
  return ok && runs(path) ? path : undefined;
}

const isRoot = () => process.getuid?.() === 0;

/**
 * The step "browser".
 * @throws CommandError when none could be found or installed
 */
export async function ensureBrowser(progress) {
  const present = systemBrowser() ?? (await playwrightsOwn());
  if (present) return { note: present };

  progress("playwright install chromium");
  const playwright = "node_modules/@playwright/test/cli.js";
  await run(dashboardNode(), [playwright, "install", "chromium"], { timeout: 300_000, onLine: progress });
  const downloaded = await playwrightsOwn();
  if (downloaded) return { note: `${downloaded}, just installed` };

  if (!isRoot() || !existsSync("/usr/bin/apt-get")) {
    throw new CommandError(
      "no browser was found and none could be installed: install Chromium, or set CHROMIUM_PATH",
    );
  }
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  progress("apt-get update");
  await run("apt-get", ["update"], { env, timeout: 300_000, onLine: progress });
  progress("apt-get install chromium");
  const { output } = await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
    env,
    timeout: 600_000,
    onLine: progress,
  });
  const installed = systemBrowser();
  if (installed) return { note: `${installed}, just installed` };
  console.error(tail(output));
  throw new CommandError(
    "Debian's Chromium could not be installed (the last lines are above): set CHROMIUM_PATH",
  );
}
