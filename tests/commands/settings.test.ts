import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";
import { CommandError, childEnv, readEnvFile, settings } from "../../scripts/lib/project.mjs";

const folder = mkdtempSync(join(tmpdir(), "observatory-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the settings of the commands", () => {
  it.each([
    {},
    { PORT: "8080", HOST: "0.0.0.0", DATA_DIR: "/srv/editions", STATE_DIR: "elsewhere", OFFLINE: "true" },
    { PORT: " ", HOST: "", DATA_DIR: "relative/folder", OFFLINE: "0" },
  ])("are those of the program: %j", (source) => {
    const { PORT, HOST, DATA_DIR, STATE_DIR, OFFLINE } = parseEnv(source);
    expect(settings(source)).toEqual({
      port: PORT,
      host: HOST,
      dataDir: DATA_DIR,
      stateDir: STATE_DIR,
      offline: OFFLINE,
    });
  });

  it.each(["0", "65536", "x", "-1"])("refuse the port %s in one line", (PORT) => {
    expect(() => settings({ PORT })).toThrow(CommandError);
    expect(() => settings({ PORT })).toThrow(/^PORT must be .*, not "[^\n]*$/);
  });
});

describe("a settings file", () => {
  it("gives its variables, without comments, quotes and spaces", () => {
    const path = join(folder, ".env.local");
    writeFileSync(
      path,
      `# comment\nPORT=4000\r\nHOST = "0.0.0.0"\nexport OFFLINE='1'\n\nEMPTY=\nnot a line\n`,
    );
    expect(readEnvFile(path)).toEqual({ PORT: "4000", HOST: "0.0.0.0", OFFLINE: "1", EMPTY: "" });
  });

  it("may be missing", () => {
    expect(readEnvFile(join(folder, "none"))).toEqual({});
  });
});

describe("what a child is given", () => {
  it("keeps the tools quiet, in no production mode, and off the Node that an installation replaces", () => {
    const env = childEnv();
    expect(env.NEXT_TELEMETRY_DISABLED).toBe("1");
    expect(env).not.toHaveProperty("NODE_ENV");
    expect(env.PATH.split(delimiter)).not.toContain(resolve("node_modules", ".bin"));
  });
});
