/** Builds for production, and leaves the build alone when nothing it is made of has changed. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { CommandError, ROOT } from "./project.mjs";
import { npm, tail } from "./run.mjs";

const STAMP = join(ROOT, ".next", "observatory-build.json");
const BUILD_ID = join(ROOT, ".next", "BUILD_ID");

/** What the build does not read. Editions are read when the server starts. */
const OUTSIDE = new Set([
  "node_modules",
  "var",
  "data/editions",
  "docs",
  "e2e",
  "tests",
  "scripts",
  "coverage",
  "test-results",
  "playwright-report",
  "next-env.d.ts",
  ".env.example",
]);
const outside = (path, name) =>
  OUTSIDE.has(path) ||
  (name.startsWith(".") && !name.startsWith(".env")) ||
  /\.(md|tsbuildinfo)$|\.test\.tsx?$/.test(name);

function* inputs(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (outside(relative(ROOT, path), entry.name)) continue;
    if (entry.isDirectory()) yield* inputs(path);
    else if (entry.isFile()) yield path;
  }
}

function hashOfInputs() {
  const hash = createHash("sha256");
  for (const path of inputs(ROOT)) {
    hash
      .update(`${relative(ROOT, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex");
}

/** The id of the build in .next, or undefined when there is none. */
export const buildId = () => (existsSync(BUILD_ID) ? readFileSync(BUILD_ID, "utf8") : undefined);

/** Whether .next is the build of the sources as they are. A build made by hand has another id, hence another one. */
function upToDate(inputsHash) {
  if (!existsSync(STAMP)) return false;
  const stamp = JSON.parse(readFileSync(STAMP, "utf8"));
  return stamp.inputs === inputsHash && stamp.buildId === buildId();
}

/**
 * The step "build".
 * @throws CommandError
 */
export async function build(progress) {
  const hash = hashOfInputs();
  if (upToDate(hash)) return { note: "up to date" };
  rmSync(STAMP, { force: true });
  const { ok, output } = await npm("build", [], { onLine: progress });
  if (!ok) {
    console.error(tail(output, 60));
    throw new CommandError("the build failed (its last lines are above)");
  }
  writeFileSync(STAMP, JSON.stringify({ inputs: hash, buildId: buildId() }));
  return { note: "built" };
}
