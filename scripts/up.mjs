/** `npm run up`: from a fresh clone to a running dashboard. Running it again is quick and changes nothing. */
import { build } from "./lib/build.mjs";
import { bringOfficialEdition } from "./lib/edition.mjs";
import { install } from "./lib/install.mjs";
import { main, serveUntilStopped, tellReady } from "./lib/main.mjs";
import { checkNode } from "./lib/project.mjs";
import { alreadyRunning, checkPort } from "./lib/serve.mjs";
import { step } from "./lib/steps.mjs";

await main(async () => {
  checkNode();
  if (await alreadyRunning()) {
    console.log("already running from this folder: stop it first to serve later changes");
    await tellReady();
    return;
  }
  await checkPort();
  await step("install", install);
  await step("official edition", bringOfficialEdition);
  await step("build", build);
  await serveUntilStopped();
});
