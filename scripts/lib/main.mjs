import { CommandError, settings } from "./project.mjs";
import { isStopping } from "./stop.mjs";
import { addressOf, serve } from "./serve.mjs";
import { tellSetup } from "./setup.mjs";
import { step } from "./steps.mjs";

/** Runs a command: what a reader can act on is one line; anything else is a fault and shows its stack. */
export async function main(work) {
  try {
    await work();
  } catch (cause) {
    if (isStopping()) return;
    console.error(cause instanceof CommandError ? `error: ${cause.message}` : cause);
    process.exitCode = 1;
  }
}

/** Where the dashboard is, and where its first account is made while there is none. */
export async function tellReady() {
  console.log(`ready ${addressOf(settings())}`);
  await tellSetup();
}

/** Serves, says so in one line, and lasts as long as the server. */
export async function serveUntilStopped() {
  const { exited } = await step("serve", serve);
  await tellReady();
  await exited;
  if (!isStopping()) throw new CommandError("the server ended by itself (its messages are above)");
}
