import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ENV_NAMES, EnvError, parseEnv } from "./env";

const example = readFileSync(".env.example", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("=", 2) as [string, string]);

function messageOf(source: Record<string, string>): string {
  try {
    parseEnv(source);
  } catch (cause) {
    if (cause instanceof EnvError) return cause.message;
    throw cause;
  }
  throw new Error("was accepted");
}

describe("the environment", () => {
  it.each(["contact@example.org", "https://example.org/contact"])("takes %s as a contact", (SITE_CONTACT) => {
    expect(parseEnv({ SITE_CONTACT }).SITE_CONTACT).toBe(SITE_CONTACT);
  });

  it.each(["javascript:alert(1)", "someone", "ftp://example.org"])(
    "takes %s for no contact",
    (SITE_CONTACT) => {
      expect(messageOf({ SITE_CONTACT })).toContain("SITE_CONTACT: an e-mail address or");
    },
  );

  it("has safe values when nothing is set", () => {
    expect(parseEnv({})).toEqual({
      PORT: 3000,
      HOST: "127.0.0.1",
      DATA_DIR: resolve("data/editions"),
      STATE_DIR: resolve("var"),
      LOG_LEVEL: "warn",
      SLOW_QUERY_MS: 500,
      API_PER_MINUTE: 6_000,
      OFFLINE: false,
    });
  });

  it("takes an empty or blank variable for an unset one", () => {
    expect(parseEnv({ PORT: "", HOST: "  ", DATA_DIR: "", DEFAULT_EDITION: "", OFFLINE: "" })).toEqual(
      parseEnv({}),
    );
  });

  it("reads what is set", () => {
    expect(
      parseEnv({
        PORT: "8080",
        HOST: "0.0.0.0",
        DATA_DIR: "/srv/editions",
        DEFAULT_EDITION: "2022-10",
        OFFLINE: "1",
      }),
    ).toMatchObject({
      PORT: 8080,
      HOST: "0.0.0.0",
      DATA_DIR: "/srv/editions",
      DEFAULT_EDITION: "2022-10",
      OFFLINE: true,
    });
  });

  it.each([
    ["PORT", "abc"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["HOST", "http://localhost"],
    ["DEFAULT_EDITION", "../2022"],
    ["OFFLINE", "yes"],
  ])("refuses %s=%s, naming the variable, its value and the remedy", (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name}: .*expected.*, not "`));
    expect(message).toContain(`not "${value}"`);
    expect(message).toContain(".env.local");
  });

  it("says everything that is wrong at once", () => {
    expect(messageOf({ PORT: "x", OFFLINE: "y" }).split("\n")).toHaveLength(2);
  });

  it("is listed in .env.example: the same names, in the same order, with the values they have when left out", () => {
    expect(example.map(([name]) => name)).toEqual(ENV_NAMES);
    expect(parseEnv(Object.fromEntries(example))).toEqual(parseEnv({}));
  });
});
