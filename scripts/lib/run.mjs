/** Runs other programs: output kept, time bounded, nothing left behind. */
import { spawn } from "node:child_process";
import { ROOT, childEnv } from "./project.mjs";
import { isStopping, onStop } from "./stop.mjs";

const KILL_AFTER_MS = 2_000;

/** Signals a program and everything it started: each has a process group of its own. */
function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (cause) {
    if (cause.code !== "ESRCH") throw cause;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, timeout?: number, live?: boolean, onLine?: (line: string) => void }} options
 *   timeout in milliseconds; live also shows the output as it comes
 * @returns {Promise<{ ok: boolean, timedOut: boolean, output: string }>} output: both streams as they came, the last
 *   200,000 characters. Never settles once a stop is under way.
 */
export function run(command, args, { env = {}, timeout, live = false, onLine = () => {} } = {}) {
  return new Promise((settle) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...childEnv(), ...env },
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let timedOut = false;
    let killer;

    const end = () => {
      signalGroup(child, "SIGTERM");
      killer = setTimeout(() => signalGroup(child, "SIGKILL"), KILL_AFTER_MS);
    };
    const closed = new Promise((resolve) => child.on("close", resolve).on("error", resolve));
    const forget = onStop(async () => {
      end();
      await closed;
    });
    const timer =
      timeout &&
      setTimeout(() => {
        timedOut = true;
        end();
      }, timeout);

    const take = (stream) => (chunk) => {
      const text = chunk.toString();
      output = (output + text).slice(-200_000);
      if (live) stream.write(text);
      const line = text.trimEnd().split("\n").pop()?.trim();
      if (line) onLine(line);
    };
    child.stdout.on("data", take(process.stdout));
    child.stderr.on("data", take(process.stderr));
    child.on("error", (cause) => {
      output += cause.code === "ENOENT" ? `${command} was not found\n` : `${command}: ${cause.message}\n`;
    });
    void closed.then((code) => {
      clearTimeout(timer);
      clearTimeout(killer);
      forget();
      if (!isStopping()) settle({ ok: code === 0 && !timedOut, timedOut, output });
    });
  });
}

/** Runs a script of package.json. */
export const npm = (script, args, options) => run("npm", ["run", "--silent", script, "--", ...args], options);

/** The last lines that say something, for an error. */
export function tail(output, count = 30) {
  return output
    .split("\n")
    .map((line) => line.trimEnd())
    .filter(Boolean)
    .slice(-count)
    .join("\n");
}
