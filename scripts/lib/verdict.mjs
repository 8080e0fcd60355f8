/** Counts what the test tools report, so that the last line of `npm test` is a sum of facts. */
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

/**
 * @typedef {{ passed: number, failed: number, skipped: string[], faults: string[], flaky: string[] }} Counts
 * skipped: why, once a test; faults: the name of each that failed; flaky: of each that passed only the second time
 */

const report = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined);

/** A tool that failed without a failed test to show for it (a broken import, a crash) counts as one failure. */
const atLeastOneFailure = (ok, counts) =>
  !ok && counts.failed === 0 ? { ...counts, failed: 1, faults: ["the tool itself"] } : counts;

/** @type {Counts} */
const NO_REPORT = { passed: 0, failed: 1, skipped: [], faults: ["no report was written"], flaky: [] };

const named = (path = "a file") => relative(process.cwd(), path);

/**
 * @param {string} path report of vitest's json reporter
 * @param {boolean} ok whether vitest itself was content
 * @returns {Counts}
 */
export function countVitest(path, ok) {
  const found = report(path);
  if (!found) return NO_REPORT;
  const tests = found.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: file.name })),
  );
  // A file that could not be loaded has no test, and has failed.
  const broken = found.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const of = (...statuses) => tests.filter(({ status }) => statuses.includes(status));
  const faults = [
    ...of("failed").map(({ file, title }) => `${named(file)} › ${title}`),
    ...broken.map(({ name }) => named(name)),
  ];
  return atLeastOneFailure(ok, {
    passed: of("passed").length,
    failed: faults.length,
    faults,
    flaky: [],
    // The report has no reason: the title of the group is where one is written.
    skipped: of("skipped", "pending", "todo", "disabled").map(
      ({ ancestorTitles, title }) => ancestorTitles[0] ?? title,
    ),
  });
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/**
 * @param {string} path report of Playwright's json reporter
 * @param {boolean} ok whether Playwright itself was content
 * @returns {Counts}
 */
export function countPlaywright(path, ok) {
  const found = report(path);
  if (!found) return NO_REPORT;
  const { expected, unexpected, flaky } = found.stats;
  const tests = found.suites
    .flatMap(specsOf)
    .flatMap((spec) => spec.tests.map((test) => ({ ...test, title: spec.title, file: spec.file })));
  const names = (wanted) =>
    tests.filter(({ status }) => status === wanted).map(({ file, title }) => `${file} › ${title}`);
  const skipped = tests
    .filter(({ status }) => status === "skipped")
    .map(({ annotations, title }) => annotations.find(({ type }) => type === "skip")?.description ?? title);
  return atLeastOneFailure(ok, {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    faults: names("unexpected"),
    flaky: names("flaky"),
  });
}

/** @param {string} title @param {boolean} ok @returns {Counts} a step that is one check */
export const countOne = (title, ok) => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: [],
  faults: ok ? [] : [title],
  flaky: [],
});

/** The last lines: those skipped and why, those that failed and those that had to be tried twice, then the verdict alone. */
export function verdict(results) {
  const sum = (key) => results.reduce((total, counts) => total + counts[key], 0);
  const skipped = results.flatMap((counts) => counts.skipped);
  const reasons = [...new Set(skipped)].map(
    (why) => `${skipped.filter((one) => one === why).length} × ${why}`,
  );
  const lines = [
    ...(skipped.length > 0 ? [`${skipped.length} skipped: ${reasons.join("; ")}`] : []),
    ...results.flatMap(({ flaky }) => flaky).map((name) => `passed only the second time: ${name}`),
    ...results.flatMap(({ faults }) => faults).map((name) => `✗ ${name}`),
    `${sum("passed")} passed, ${sum("failed")} failed`,
  ];
  return { lines, ok: sum("failed") === 0 && sum("passed") > 0 };
}
