/**
 * Where the project is, its settings, and which Node runs it. Plain JavaScript on purpose: these files run before
 * anything is installed, on any Node from 18 on.
 */
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const BIN = join(ROOT, "node_modules", ".bin");

/** Something the reader can act on: told in one line, without a stack. */
export class CommandError extends Error {}

/** `NAME=value` lines of a file, comments and quotes left out; {} when there is no such file. */
export function readEnvFile(path) {
  if (!existsSync(path)) return {};
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  const pairs = lines
    .map((line) => /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line))
    .filter(Boolean);
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value.replace(/^(["'])(.*)\1$/, "$2")]));
}

/**
 * The environment every child gets: the process's own, completed by .env.local and .env as Next does it. This
 * project's tools are taken off PATH: `npm ci` would otherwise run on a Node that it is deleting.
 */
export function childEnv() {
  const merged = {
    ...readEnvFile(join(ROOT, ".env")),
    ...readEnvFile(join(ROOT, ".env.local")),
    ...process.env,
  };
  // A production environment would leave the tools of the build out of the installation.
  delete merged.NODE_ENV;
  merged.PATH = (merged.PATH ?? "")
    .split(delimiter)
    .filter((folder) => resolve(folder) !== BIN)
    .join(delimiter);
  return merged;
}

/**
 * The settings these commands need themselves, as `lib/env.ts` reads them (a test holds the two together).
 * @throws CommandError
 */
export function settings(env = childEnv()) {
  const value = (name, fallback) => env[name]?.trim() || fallback;
  const port = value("PORT", "3000");
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    throw new CommandError(`PORT must be a whole number from 1 to 65535, not "${port}"`);
  }
  return {
    port: Number(port),
    host: value("HOST", "127.0.0.1"),
    dataDir: resolve(ROOT, value("DATA_DIR", "data/editions")),
    stateDir: resolve(ROOT, value("STATE_DIR", "var")),
    offline: ["1", "true"].includes(value("OFFLINE", "0")),
  };
}

/** Answers the version of a Node binary, or undefined when it does not run here. */
function versionOf(binary) {
  const { status, stdout } = spawnSync(binary, ["--version"], { encoding: "utf8", timeout: 10_000 });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * The Node that runs the dashboard: the one installed with it, else the present one when it is recent enough
 * (the installed one is made for the usual systems only).
 * @throws CommandError when neither will do
 */
export function dashboardNode() {
  const installed = join(BIN, process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(installed) && versionOf(installed)) return installed;
  if (Number(process.versions.node.split(".")[0]) >= 22) return process.execPath;
  throw new CommandError(
    `the Node installed in node_modules does not run here and the present one (${process.version}) is too old: Node 22 or later is needed`,
  );
}

/** @throws CommandError when these commands themselves can't run */
export function checkNode() {
  if (Number(process.versions.node.split(".")[0]) < 18) {
    throw new CommandError(`Node 18 or later is needed to install the project, this is ${process.version}`);
  }
}

/** Whether the Node installed with the project answers: the last thing an installation does. */
export function installedNodeRuns() {
  return versionOf(join(BIN, "node")) !== undefined;
}
