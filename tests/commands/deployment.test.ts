import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDER = "docs/deploiement";
const read = (name: string) => readFileSync(name, "utf8");
const page = read("docs/deploiement.md");
const files = readdirSync(FOLDER).map((name) => ({ name, text: read(join(FOLDER, name)) }));
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

/** Words in capitals that are no settings. */
const NOT_OURS = new Set(["GET"]);

describe("the page on deployment", () => {
  it("names settings of the program alone, in its text and in the file of settings", () => {
    const known = new Set([...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));
    const quoted = [...page.matchAll(/`([A-Z][A-Z_]{3,})(?:=[^`]*)?`/g)].map(([, name]) => name!);
    const set = read(join(FOLDER, "observatoire.env"));
    const assigned = [...set.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(quoted.length).toBeGreaterThan(10);
    expect(assigned.length).toBeGreaterThan(4);
    expect([...quoted, ...assigned].filter((name) => !known.has(name) && !NOT_OURS.has(name))).toEqual([]);
  });

  it("calls commands that there are, and links to files that there are", () => {
    const called = [...page.matchAll(/npm (?:run )?(\w[\w:]*)/g)].map(([, name]) => name!);
    expect(called).toContain("backup");
    const npm = ["ci", "with"];
    expect(called.filter((name) => !(name in scripts) && !npm.includes(name))).toEqual([]);
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => join("docs", target!));
    expect(links.filter((target) => !existsSync(target))).toEqual([]);
    for (const { name } of files) expect(page, name).toMatch(new RegExp(`${name}|\\*\\.(service|timer)`));
  });

  it("has units that run what the commands of package.json run, with the Node of the packages", () => {
    const runs = { "observatoire.service": "start", "observatoire-backup.service": "backup" };
    for (const [name, command] of Object.entries(runs)) {
      const program = /(?:exec )?node (.*)/.exec(scripts[command]!)![1]!;
      const start = /^ExecStart=.*$/m.exec(read(join(FOLDER, name)))![0];
      expect(start, name).toContain(`/opt/observatoire/node_modules/.bin/node ${program}`);
    }
    expect(existsSync("node_modules/.bin/node")).toBe(true);
  });

  it("has a unit that waits longer than the server takes to stop, and keeps what it was asked for", () => {
    const unit = read(join(FOLDER, "observatoire.service"));
    const server = Number(/STOP_MS = ([\d_]+)/.exec(read("instrumentation-node.ts"))![1]!.replace("_", ""));
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)![1]) * 1_000).toBeGreaterThan(server);
    for (const line of [
      "NoNewPrivileges=true",
      "ProtectSystem=strict",
      "PrivateTmp=true",
      "Restart=on-failure",
    ])
      expect(unit.split("\n")).toContain(line);
    for (const place of ["DATA_DIR", "STATE_DIR"])
      expect(read(join(FOLDER, "observatoire.env"))).toMatch(
        new RegExp(`^${place}=/var/lib/observatoire/`, "m"),
      );
  });

  it.skipIf(spawnSync("systemd-analyze", ["--version"]).status !== 0)("has units that systemd reads", () => {
    const folder = mkdtempSync(join(tmpdir(), "observatory-units-"));
    try {
      const units = files.filter(({ name }) => /\.(service|timer)$/.test(name));
      const paths = units.map(({ name, text }) => {
        // The program is here, not where it will be installed.
        writeFileSync(join(folder, name), text.replaceAll("/opt/observatoire", process.cwd()));
        return join(folder, name);
      });
      const { status, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", ...paths], {
        encoding: "utf8",
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
