import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "data-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `npm run data -- …` as npm would, with its editions in the test's folder; an object adds settings. */
function data(...given: (string | Record<string, string>)[]) {
  const args = given.filter((argument) => typeof argument === "string");
  const settings = Object.assign({}, ...given.filter((argument) => typeof argument === "object"));
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { data: string } };
  const [, ...command] = scripts.data.split(" ");
  const ran = spawnSync(process.execPath, [...command, ...args], {
    encoding: "utf8",
    env: { NODE_ENV: "test", PATH: process.env.PATH, DATA_DIR: folder, OFFLINE: "1", ...settings },
  });
  const lines = (text: string) => text.split("\n").filter(Boolean);
  return { status: ran.status, out: lines(ran.stdout), err: lines(ran.stderr) };
}

/** A small edition of ours, as written unless `damage` changes organisations.csv. */
function edition(id: string, damage: (text: string) => string = (text) => text): string {
  const path = join(folder, id);
  expect(data("generate", "--rows", "20", "--clean", "--out", path).status).toBe(0);
  const file = join(path, "organisations.csv");
  writeFileSync(file, damage(readFileSync(file, "utf8")));
  return path;
}

test("offline, fetch says so and fails without asking anybody", () => {
  const { status, out, err } = data("fetch");
  expect([status, out, err]).toEqual([
    1,
    [],
    ["error: OFFLINE is set: the official edition is not looked for"],
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

test("a setting that can't be used is told in one line", () => {
  const { status, err } = data("fetch", { OFFLINE: "perhaps" });
  expect([status, err.length]).toEqual([1, 1]);
  expect(err[0]).toMatch(/^error: OFFLINE: .*not "perhaps"/);
});

test("check accepts an edition whose values can all be used, doubts and all", () => {
  const { status, out, err } = data("check", edition("good"));
  expect([status, err]).toEqual([0, []]);
  expect(out.filter((line) => line.startsWith("organisations"))[0]).toMatch(
    /^organisations\.csv:\d+: siren: warning: Authority not in the register "9999\d{5}"$/,
  );
  expect(out.at(-1)).toMatch(
    /^edition good can be served: 20 organisations, 4 platforms; 0 errors, \d+ warnings, /,
  );
});

test("check names file, line, column and reason of a value that can't be used, and fails", () => {
  const path = edition("spoilt", (text) => text.replace(/^(999999980,[^,]+),\w+,/m, "$1,WHO,"));
  const { status, out } = data("check", path);
  expect(status).toBe(1);
  expect(out.filter((line) => line.includes(": error: "))).toEqual([
    'organisations.csv:3: type: error: Unknown code "WHO"',
  ]);
  expect(out.at(-1)).toContain("; 1 error, ");
});

test("check lists matters of form only when asked, and shows what can't be seen", () => {
  const path = edition("invisible", (text) => text.replace("999999980", "\u200e999999980 "));
  const brief = data("check", path).out;
  const whole = data("check", path, "--all").out;
  expect(brief.filter((line) => line.includes(": info: "))).toEqual([]);
  expect(whole.length).toBeGreaterThan(brief.length);
  expect(brief).toContain(
    'organisations.csv:3: siren: warning: Invisible characters "\\u200e999999980 " → "999999980"',
  );
});

test("check fails on an edition that is refused, with the reason", () => {
  const lost = data(
    "check",
    edition("lost", (text) => text.replace("siren", "number")),
  );
  expect(lost.status).toBe(1);
  expect(lost.out[0]).toMatch(/^organisations\.csv:1: siren: error: column “siren” missing\./);
  expect(lost.out[1]).toBe("edition lost is refused and would not be served");
  const none = data("check", join(folder, "none"));
  expect([none.status, none.out[0]]).toEqual([
    1,
    expect.stringMatching(/^edition\.json: error: the file is missing/),
  ]);
});

test("check says its last word to a reader that is slow, through npm", () => {
  data("generate", "--rows", "4000", "--out", join(folder, "long"));
  const script = 'npm run -s data -- check "$1" --all 2>/dev/null | (sleep 3; tail -n 1)';
  const { stdout } = spawnSync("sh", ["-c", script, "sh", join(folder, "long")], { encoding: "utf8" });
  expect(stdout).toMatch(/^edition long can be served: 4,000 organisations/);
});

test("demo writes the bundled edition, byte for byte, and again changes nothing", () => {
  expect(data("demo").out.at(-1)).toMatch(/1,060 fictitious organisations, written$/);
  for (const name of readdirSync("data/editions/demo"))
    expect(
      readFileSync(join(folder, "demo", name)).equals(readFileSync(join("data/editions/demo", name))),
    ).toBe(true);
  expect(data("demo").out.at(-1)).toMatch(/unchanged$/);
  expect(readdirSync(folder)).toEqual(["demo"]);
});

test("generate writes over editions of ours only, and keeps no copy", () => {
  const path = edition("made");
  expect(data("generate", "--rows", "30", "--seed", "5", "--out", path).status).toBe(0);
  expect(readdirSync(folder)).toEqual(["made"]);
  expect(readFileSync(join(path, "organisations.csv"), "utf8").trimEnd().split("\r\n")).toHaveLength(31);
  const other = join(folder, "other");
  cpSync(path, other, { recursive: true });
  const manifest = readFileSync(join(other, "edition.json"), "utf8").replace('"demo"', '"snapshot"');
  writeFileSync(join(other, "edition.json"), manifest);
  const refused = data("generate", "--rows", "30", "--out", other);
  expect([refused.status, refused.err[0]]).toEqual([1, expect.stringContaining("is no fictitious edition")]);
  expect(readFileSync(join(other, "edition.json"), "utf8")).toBe(manifest);
});

test.each([
  [[], "error: a command is needed"],
  [["publish"], 'error: unknown command "publish"'],
  [["check"], "error: check needs the folder of an edition"],
  [["generate", "--rows", "10"], "error: generate needs --rows and --out"],
  [["generate", "--rows", "many", "--out", "x"], 'error: --rows must be a whole number, not "many"'],
  [["generate", "--rows", "10", "--out", "Not An Id"], `error: "Not An Id" can't be an edition's id`],
  [["demo", "--fast"], "error: Unknown option '--fast'"],
  [["demo", "here"], 'error: "here" was not expected'],
])("data %j fails in words", (args, message) => {
  const { status, out, err } = data(...args);
  expect([status, out]).toEqual([1, []]);
  expect(err[0]?.startsWith(message), err[0]).toBe(true);
  expect(err.join("\n")).not.toMatch(/ {4}at /);
  expect(existsSync("Not An Id")).toBe(false);
});
