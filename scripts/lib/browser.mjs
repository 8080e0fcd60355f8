/** Makes sure that there is a Chromium for the end-to-end tests. */
import { installPackage, installsPackages } from "./debian.mjs";
import { CommandError, dashboardNode } from "./project.mjs";
import { run, tail } from "./run.mjs";
import { runs, systemBrowser } from "./system-browser.mjs";

async function playwrightsOwn() {
  const script = "import('@playwright/test').then((p) => console.log(p.chromium.executablePath()))";
  const { ok, output } = await run(dashboardNode(), ["-e", script]);
  const path = output.trim();
  return ok && runs(path) ? path : undefined;
}

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

  if (!installsPackages()) {
    throw new CommandError(
      "no browser was found and none could be installed: install Chromium, or set CHROMIUM_PATH",
    );
  }
  const output = await installPackage("chromium", progress);
  const installed = systemBrowser();
  if (installed) return { note: `${installed}, just installed` };
  console.error(tail(output));
  throw new CommandError(
    "Debian's Chromium could not be installed (the last lines are above): set CHROMIUM_PATH",
  );
}
