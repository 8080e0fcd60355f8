import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run, tail } from "../../scripts/lib/run.mjs";

const folder = mkdtempSync(join(tmpdir(), "observatory-run-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("running a program", () => {
  it("keeps both of its streams and says how it ended", async () => {
    const lines: string[] = [];
    const good = await run("sh", ["-c", "echo out; echo err >&2"], {
      onLine: (line: string) => lines.push(line),
    });
    expect(good).toMatchObject({ ok: true, timedOut: false });
    expect(good.output.split("\n").sort()).toEqual(["", "err", "out"]);
    expect(lines.sort()).toEqual(["err", "out"]);
    expect(await run("sh", ["-c", "exit 3"])).toMatchObject({ ok: false, timedOut: false });
  });

  it("says that a program is not there", async () => {
    expect(await run("no-such-program", [])).toMatchObject({
      ok: false,
      output: "no-such-program was not found\n",
    });
  });

  it("ends a program that takes too long, and everything it started", async () => {
    const left = join(folder, "left-behind");
    const late = await run("sh", ["-c", `(sleep 1; touch "${left}") & wait`], { timeout: 200 });
    expect(late).toMatchObject({ ok: false, timedOut: true });
    await new Promise((settle) => setTimeout(settle, 1_300));
    expect(existsSync(left)).toBe(false);
  });

  it("ends one that does not listen", async () => {
    const late = await run("sh", ["-c", "trap '' TERM; while :; do sleep 0.1; done"], { timeout: 200 });
    expect(late).toMatchObject({ ok: false, timedOut: true });
  });
});

describe("the tail of an output", () => {
  it("is its last lines that say something", () => {
    expect(tail("a\n\nb  \n\n\nc\n\n", 2)).toBe("b\nc");
  });
});
