/** Counts what the test tools report, so that the last line of `npm test` is a sum of facts. */
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const report = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined);

/** A tool that failed without a failed test to show for it (a broken import, a crash) counts as one failure. */
const atLeastOneFailure = (ok, counts) => (!ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

/**
 * @param {string} path report of vitest's json reporter
 * @param {boolean} ok whether vitest itself was content
 * @returns {Counts}
 */
export function countVitest(path, ok) {
  const found = report(path);
  if (!found) return { passed: 0, failed: 1, skipped: 0 };
  const tests = found.testResults.flatMap((file) => file.assertionResults);
  // A file that could not be loaded has no test, and has failed.
  const broken = found.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const count = (...statuses) => tests.filter(({ status }) => statuses.includes(status)).length;
  return atLeastOneFailure(ok, {
    passed: count("passed"),
    failed: count("failed") + broken.length,
    skipped: count("skipped", "pending", "todo", "disabled"),
  });
}

/**
 * @param {string} path report of Playwright's json reporter
 * @param {boolean} ok whether Playwright itself was content
 * @returns {Counts}
 */
export function countPlaywright(path, ok) {
  const found = report(path);
  if (!found) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = found.stats;
  return atLeastOneFailure(ok, { passed: expected, failed: unexpected + flaky, skipped });
}

/** @param {boolean} ok @returns {Counts} a step that is one check */
export const countOne = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** The last lines: those skipped, if any, then the verdict alone. */
export function verdict(results) {
  const sum = (key) => results.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum("skipped");
  const lines = [`${sum("passed")} passed, ${sum("failed")} failed`];
  if (skipped > 0) lines.unshift(`${skipped} skipped (each says why in the output above)`);
  return { lines, ok: sum("failed") === 0 && sum("passed") > 0 };
}
