/** Brings the official edition when it can be reached, and says what will be served. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { CommandError, childEnv, settings } from "./project.mjs";
import { npm } from "./run.mjs";

const SOURCE = { host: "www.data.gouv.fr", port: 443 };
const PROBE_MS = 5_000;
const FETCH_MS = 25_000;

/** Ids and kinds of the editions of a folder; one whose manifest can't be read is none. */
function editionsIn(dataDir) {
  if (!existsSync(dataDir)) return [];
  return readdirSync(dataDir).flatMap((id) => {
    const manifest = join(dataDir, id, "edition.json");
    if (!existsSync(manifest)) return [];
    try {
      return [{ id, kind: JSON.parse(readFileSync(manifest, "utf8")).kind }];
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      // The server reports it with its reason; here it only does not count.
      return [];
    }
  });
}

/** Whether the source's door opens, so that a machine without a network does not wait for the whole download. */
function reachable() {
  // Behind a proxy only the download itself can tell.
  if (childEnv().HTTPS_PROXY || childEnv().https_proxy) return Promise.resolve(true);
  return new Promise((settle) => {
    const socket = connect(SOURCE);
    const answer = (opened) => {
      socket.destroy();
      settle(opened);
    };
    socket.setTimeout(PROBE_MS, () => answer(false));
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
  });
}

/**
 * The step "official edition": at most half a minute, and never a reason to stop as long as there is an edition to
 * serve.
 * @throws CommandError when there is none
 */
export async function bringOfficialEdition(progress) {
  const { dataDir, offline } = settings();
  const before = editionsIn(dataDir);
  if (before.some(({ kind }) => kind === "official")) return { note: "already here" };
  const reason = offline ? "OFFLINE is set" : await fetched(progress);
  const found = editionsIn(dataDir);
  if (found.some(({ kind }) => kind === "official")) return { note: "downloaded and checked" };
  if (found.length === 0) {
    throw new CommandError(
      `no edition in ${dataDir} (${reason}): put one there, or leave DATA_DIR out to serve the demonstration edition`,
    );
  }
  const demonstrationOnly = found.every(({ kind }) => kind === "demo");
  const served = demonstrationOnly ? "the demonstration edition" : found.map(({ id }) => id).join(", ");
  return { note: `not brought (${reason}): serving ${served}` };
}

/** Tries the download. @returns why there is none, for the reader */
async function fetched(progress) {
  progress(`looking for ${SOURCE.host}`);
  if (!(await reachable())) return `${SOURCE.host} can't be reached`;
  const { ok, timedOut, output } = await npm("data", ["fetch"], { timeout: FETCH_MS, onLine: progress });
  if (timedOut) return `the download took more than ${FETCH_MS / 1000} s`;
  return ok ? "the download brought none" : (output.trim().split("\n").pop() ?? "the download failed");
}
