import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "observatory-bench-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bench = (...args: string[]) =>
  spawnSync(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/bench.ts", ...args], {
    encoding: "utf8",
  });

describe("npm run bench", () => {
  test("a part that does not exist is refused with those that do", () => {
    const { status, stdout } = bench("speed");
    expect(status).toBe(1);
    expect(stdout).toMatch(/no part “speed”[\s\S]*engine[\s\S]*soak/);
  });

  test("what is measured is written with the machine it was measured on", () => {
    const out = join(folder, "bench.md");
    expect(bench("engine", "--data", "data/editions", "--rounds", "1", "--out", out).status).toBe(0);
    const text = readFileSync(out, "utf8");
    expect(text).toMatch(/^- \d+ × .+ GiB of memory/m);
    const rows = text.split("\n").filter((line) => line.startsWith("| "));
    expect(rows.every((row) => row.split(" | ").length === 4)).toBe(true);
    for (const format of ["csv", "ndjson", "parquet", "geojson", "xlsx", "pack"])
      expect(rows.find((row) => row.startsWith(`| file ${format}`))).toMatch(/\d ms/);
  });
});
