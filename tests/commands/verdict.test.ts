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
  name: join(process.cwd(), "lib/some.test.ts"),
  status,
  assertionResults: statuses.map((one) => ({
    status: one,
    title: "a test",
    ancestorTitles: ["on the real files"],
  })),
});
const NO_REPORT = { passed: 0, failed: 1, skipped: [], faults: ["no report was written"], flaky: [] };
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
      faults: ["lib/some.test.ts › a test"],
      flaky: [],
    });
  });

  it("counts a file that could not be loaded", () => {
    expect(countVitest(report({ testResults: [file("failed"), file("passed", "passed")] }), false)).toEqual({
      passed: 1,
      failed: 1,
      skipped: [],
      faults: ["lib/some.test.ts"],
      flaky: [],
    });
  });

  it("counts a tool that failed without saying on what, or left no report", () => {
    expect(countVitest(report({ testResults: [file("passed", "passed")] }), false).failed).toBe(1);
    expect(countVitest(join(folder, "none.json"), true)).toEqual(NO_REPORT);
  });
});

describe("the count of end-to-end tests", () => {
  it("names what failed and what passed only the second time, and keeps why one was skipped", () => {
    const skip = { status: "skipped", annotations: [{ type: "skip", description: "no real files" }] };
    const path = report({
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 },
      suites: [
        {
          specs: ["expected", "unexpected", "flaky"].map((status, at) => ({
            title: `test ${at}`,
            file: "some.spec.ts",
            tests: [{ status, annotations: [] }],
          })),
          suites: [{ specs: [{ title: "b", tests: [skip] }] }],
        },
      ],
    });
    expect(countPlaywright(path, false)).toEqual({
      passed: 6,
      failed: 1,
      skipped: ["no real files"],
      faults: ["some.spec.ts › test 1"],
      flaky: ["some.spec.ts › test 2"],
    });
  });

  it("counts a server that did not start", () => {
    expect(countPlaywright(report({ stats: server, suites: [] }), false)).toEqual({
      ...NO_REPORT,
      faults: ["the tool itself"],
    });
    expect(countPlaywright(join(folder, "none.json"), true)).toEqual(NO_REPORT);
  });
});

describe("the verdict", () => {
  it("is the sum, alone on the last line, after those skipped and those tried twice", () => {
    const many = { passed: 41, failed: 0, skipped: ["a", "b", "a"], faults: [], flaky: ["some.spec.ts › c"] };
    expect(verdict([countOne("lint", true), many])).toEqual({
      lines: [
        "3 skipped: 2 × a; 1 × b",
        "passed only the second time: some.spec.ts › c",
        "42 passed, 0 failed",
      ],
      ok: true,
    });
  });

  it("is a failure, with names, when something failed, and one when nothing passed", () => {
    expect(verdict([countOne("lint", true), countOne("types", false)])).toEqual({
      lines: ["✗ types", "1 passed, 1 failed"],
      ok: false,
    });
    expect(verdict([]).ok).toBe(false);
  });
});
