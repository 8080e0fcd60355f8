import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { countOne, countPlaywright, countVitest, verdict } from "../../scripts/lib/verdict.mjs";

const folder = mkdtempSync(join(tmpdir(), "observatory-verdict-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object): string {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
}
const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((one) => ({
    status: one,
    title: "a test",
    ancestorTitles: ["on the real files"],
  })),
});
const server = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };

describe("the count of unit tests", () => {
  it("takes each test for what it is", () => {
    const path = report({
      testResults: [file("passed", "passed", "passed", "skipped"), file("failed", "failed", "todo")],
    });
    expect(countVitest(path, false)).toEqual({
      passed: 2,
      failed: 1,
      skipped: ["on the real files", "on the real files"],
    });
  });

  it("counts a file that could not be loaded", () => {
    expect(countVitest(report({ testResults: [file("failed"), file("passed", "passed")] }), false)).toEqual({
      passed: 1,
      failed: 1,
      skipped: [],
    });
  });

  it("counts a tool that failed without saying on what, or left no report", () => {
    expect(countVitest(report({ testResults: [file("passed", "passed")] }), false).failed).toBe(1);
    expect(countVitest(join(folder, "none.json"), true)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});

describe("the count of end-to-end tests", () => {
  it("takes one that passed only the second time for a failure, and keeps why one was skipped", () => {
    const skip = { status: "skipped", annotations: [{ type: "skip", description: "no real files" }] };
    const path = report({
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 },
      suites: [
        {
          specs: [{ title: "a", tests: [{ status: "expected", annotations: [] }] }],
          suites: [{ specs: [{ title: "b", tests: [skip] }] }],
        },
      ],
    });
    expect(countPlaywright(path, false)).toEqual({ passed: 5, failed: 2, skipped: ["no real files"] });
  });

  it("counts a server that did not start", () => {
    expect(countPlaywright(report({ stats: server, suites: [] }), false)).toEqual({
      passed: 0,
      failed: 1,
      skipped: [],
    });
    expect(countPlaywright(join(folder, "none.json"), true)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});

describe("the verdict", () => {
  it("is the sum, alone on the last line, after those skipped", () => {
    expect(verdict([countOne(true), { passed: 41, failed: 0, skipped: ["a", "b", "a"] }])).toEqual({
      lines: ["3 skipped: 2 × a; 1 × b", "42 passed, 0 failed"],
      ok: true,
    });
  });

  it("is a failure when something failed or nothing passed", () => {
    expect(verdict([countOne(true), countOne(false)])).toEqual({ lines: ["1 passed, 1 failed"], ok: false });
    expect(verdict([]).ok).toBe(false);
  });
});
