/** Brings node_modules in line with the lock file, and leaves it alone when it already is. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError, ROOT, installedNodeRuns } from "./project.mjs";
import { run, tail } from "./run.mjs";

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/**
 * Why node_modules is not what the lock file says, or undefined when it is. npm writes what it installed into
 * node_modules/.package-lock.json, last of all, so an interrupted installation has none.
 */
export function staleReason(root = ROOT) {
  const written = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(written)) return "nothing installed yet";
  const { "": project, ...locked } = readJson(join(root, "package-lock.json")).packages;
  const { packages: installed } = readJson(written);
  const wanted = readJson(join(root, "package.json"));
  const same = (a, b) => JSON.stringify(a ?? {}) === JSON.stringify(b ?? {});
  if (
    !same(project.dependencies, wanted.dependencies) ||
    !same(project.devDependencies, wanted.devDependencies)
  ) {
    return "package.json and package-lock.json differ";
  }
  for (const [path, { version, optional, devOptional }] of Object.entries(locked)) {
    const present = installed[path];
    // Optional packages are those of other systems.
    if (!present && !optional && !devOptional) return `${path.replace(/^.*node_modules\//, "")} is missing`;
    if (present && present.version !== version)
      return `${path.replace(/^.*node_modules\//, "")} is another version`;
  }
  if (Object.keys(installed).some((path) => !(path in locked))) return "packages to remove";
  return root === ROOT && !installedNodeRuns() ? "the installed Node does not run" : undefined;
}

/**
 * The step "install".
 * @throws CommandError
 */
export async function install(progress) {
  const reason = staleReason();
  if (!reason) return { note: "up to date" };
  progress(reason);
  // npm says nothing until it is done: what has arrived is counted.
  const paths = Object.keys(readJson(join(ROOT, "package-lock.json")).packages).filter(Boolean);
  const counter = setInterval(() => {
    const here = paths.filter((path) => existsSync(join(ROOT, path))).length;
    progress(`${here} of ${paths.length} packages at most`);
  }, 500);
  const { ok, output } = await run("npm", ["ci", "--include=dev"]);
  clearInterval(counter);
  if (ok) return { note: reason };
  console.error(tail(output));
  throw new CommandError("npm ci failed (its last lines are above): is the npm registry reachable?");
}
