/** The one-time address of the first account. */
import { dashboardNode } from "./project.mjs";
import { run } from "./run.mjs";

const PATIENCE_MS = 30_000;

/**
 * Tells, while no account exists, where the first one is made; says so when accounts don't answer. Readers are served
 * either way.
 */
export async function tellSetup() {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/user.ts", "setup"];
  const { ok, output } = await run(dashboardNode(), args, { timeout: PATIENCE_MS });
  const address = /^https?:\/\/\S+$/m.exec(output)?.[0];
  if (address) console.log(`set-up ${address}`);
  else if (!ok)
    console.error(`accounts: ${/^error: (.*)$/m.exec(output)?.[1] ?? "the store does not answer"}`);
}
