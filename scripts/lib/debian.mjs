/** Installs a Debian package where that is allowed: as root, with apt. */
import { existsSync } from "node:fs";
import { run } from "./run.mjs";

const env = { DEBIAN_FRONTEND: "noninteractive" };
let updated;

/** Whether packages can be installed here. */
export const installsPackages = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/**
 * Installs one package without what it only recommends; its list of packages is brought up to date once a command.
 * Whether it worked is for the caller to see by looking for the program.
 * @returns {Promise<string>} what apt wrote
 */
export async function installPackage(name, progress) {
  progress("apt-get update");
  updated ??= run("apt-get", ["update"], { env, timeout: 300_000, onLine: progress });
  await updated;
  progress(`apt-get install ${name}`);
  const args = ["install", "-y", "--no-install-recommends", name];
  const { output } = await run("apt-get", args, { env, timeout: 600_000, onLine: progress });
  return output;
}

/**
 * A step that wants a program and goes on without it.
 * @param {() => string | undefined} find what there is, in a word or two
 * @param {string} otherwise the step's note where it could be neither found nor installed
 */
export async function ensureProgram(find, packageName, otherwise, progress) {
  const present = find();
  if (present) return { note: present };
  if (installsPackages()) {
    await installPackage(packageName, progress);
    const installed = find();
    if (installed) return { note: `${installed}, just installed` };
  }
  return { note: otherwise };
}
