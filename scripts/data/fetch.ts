import { setGlobalProxyFromEnv } from "node:http";
import { env } from "@/lib/env";
import { OfficialError, fetchOfficial } from "@/lib/editions/official";
import { recoverPublications } from "@/lib/editions/publish";
import { CommandError } from "./command-error";
import { counted } from "./progress";

/** Ends the download when the person who started it has had enough. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => controller.abort(new Error(`interrupted by ${signal}`)));
  return controller.signal;
}

/** A line on a terminal is drawn over; elsewhere each kind of work is told once. */
function teller() {
  const { stderr } = process;
  let told = "";
  return {
    tell(what: string) {
      const kind = what.split(":")[0] ?? what;
      if (stderr.isTTY) stderr.write(`\r\x1b[2K${what}`);
      else if (kind !== told) stderr.write(`${kind}\n`);
      told = kind;
    },
    end: () => void (stderr.isTTY && stderr.write("\r\x1b[2K")),
  };
}

/** `data fetch`: brings the official 2022 edition into DATA_DIR. */
export async function fetchCommand(): Promise<number> {
  if (env.OFFLINE) throw new CommandError("OFFLINE is set: the official edition is not looked for");
  // Behind a proxy, HTTPS_PROXY and NO_PROXY say where to go.
  setGlobalProxyFromEnv();
  for (const id of await recoverPublications(env.DATA_DIR))
    console.log(`edition ${id}: last good copy put back`);
  const { tell, end } = teller();
  try {
    const { id, outcome, rows, bytes } = await fetchOfficial({
      dataDir: env.DATA_DIR,
      signal: interruption(),
      onProgress: tell,
    });
    end();
    const said = outcome === "unchanged" ? "already here, nothing changed" : "in place";
    const content = `${counted(rows.organisations, "organisation")}, ${counted(rows.plateformes, "platform")}`;
    console.log(`edition ${id} ${said}: ${content} (${counted(Math.round(bytes / 1_000), "kB", "kB")})`);
    return 0;
  } catch (cause) {
    end();
    if (cause instanceof OfficialError)
      throw new CommandError(`official edition not brought: ${cause.message}`);
    throw cause;
  }
}
