/** `npm test`: everything to a verdict. Every step is run and counted; the last line is the sum, alone. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./lib/browser.mjs";
import { build } from "./lib/build.mjs";
import { install } from "./lib/install.mjs";
import { ensureOffice } from "./lib/office.mjs";
import { ensurePostgres, hasPostgres } from "./lib/postgres.mjs";
import { checkNode, CommandError } from "./lib/project.mjs";
import { npm, tail } from "./lib/run.mjs";
import { step } from "./lib/steps.mjs";
import { countOne, countPlaywright, countVitest, verdict } from "./lib/verdict.mjs";

const reports = mkdtempSync(join(tmpdir(), "observatory-test-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

const results = [];
const note = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`;

/** Runs a step that others need. Its failure is told and counted; the answer is whether it worked. */
async function needed(title, work) {
  try {
    await step(title, work);
    return true;
  } catch (cause) {
    console.error(cause instanceof CommandError ? `error: ${cause.message}` : cause);
    return false;
  }
}

/** A step that is one check: its output is shown when it fails. */
async function check(title, script) {
  await step(title, async (progress) => {
    const { ok, output } = await npm(script, [], { onLine: progress });
    if (!ok) console.error(`\n${tail(output, 200)}`);
    results.push(countOne(title, ok));
    return { note: ok ? "passed" : "failed (see above)", failed: !ok };
  });
}

/** A step of many tests: its output is shown as it comes, its report is counted. */
async function tests(title, script, args, env, count) {
  await step(
    title,
    async () => {
      const { ok } = await npm(script, args, { live: true, env });
      const counts = count(ok);
      results.push(counts);
      return { note: note(counts), failed: counts.failed > 0 };
    },
    { live: true },
  );
}

function conclude() {
  const { lines, ok } = verdict(results);
  for (const line of lines) console.log(line);
  process.exitCode = ok ? 0 : 1;
}

checkNode();
if (await needed("install", install)) {
  await check("lint", "lint");
  await check("types", "typecheck");
  await needed("database", ensurePostgres);
  await needed("spreadsheet", ensureOffice);
  const unit = join(reports, "unit.json");
  await tests(
    "unit",
    "test:unit",
    ["--reporter=default", "--reporter=json", `--outputFile.json=${unit}`],
    {},
    (ok) => countVitest(unit, ok),
  );
  const built = await needed("build", build);
  results.push(countOne("build", built));
  if (built && (await needed("browser", ensureBrowser))) {
    const e2e = join(reports, "e2e.json");
    await tests(
      "end to end",
      "test:e2e",
      ["--reporter=list,json"],
      { PLAYWRIGHT_JSON_OUTPUT_NAME: e2e },
      (ok) => countPlaywright(e2e, ok),
    );
    const stored = join(reports, "e2e-postgres.json");
    if (hasPostgres())
      await tests(
        "on PostgreSQL",
        "test:e2e",
        ["--reporter=list,json"],
        { PLAYWRIGHT_JSON_OUTPUT_NAME: stored, E2E_STORE: "postgres" },
        (ok) => countPlaywright(stored, ok),
      );
    else
      results.push({
        ...countOne("end to end on PostgreSQL", true),
        passed: 0,
        skipped: ["end to end on PostgreSQL, which is not here"],
      });
  } else {
    console.error("error: the end-to-end tests were not run; that counts as one failure");
    results.push(countOne("end to end", false));
  }
} else {
  results.push(countOne("install", false));
}
conclude();
