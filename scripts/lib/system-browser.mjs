/** Finds a Chromium of the system for the end-to-end tests. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { CommandError } from "./project.mjs";

const USUAL_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Whether it is there and starts: some systems leave a stub, or a browser without its libraries. */
export function runs(path) {
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
