import { readdirSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { openApiDocument } from "./document";
import { OPERATIONS } from "./operations";

test("the description is valid OpenAPI 3.1, by the official schema", async () => {
  const answer = await new Validator().validate(structuredClone(openApiDocument()) as never);
  expect(answer.errors).toBeUndefined();
  expect(answer.valid).toBe(true);
});

test("a description with a fault is refused by that schema", async () => {
  expect((await new Validator().validate({ ...openApiDocument(), info: {} } as never)).valid).toBe(false);
});

test("every public handler is described, and nothing else is", () => {
  const files = readdirSync("app/api", { recursive: true, encoding: "utf8" });
  const handlers = files
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .map((file) => `/api/${file.replace(/\/route\.tsx?$/, "")}`)
    // Accounts, the administration, counts for those who run the server, what rewrites lead to, whatever is not there, and
    // MCP: one address for every message, which describes itself to those who speak it (tools/list).
    .filter((path) => !/^\/api\/(auth|admin|metrics|twins|mcp|\[\[\.\.\.path\]\])(\/|$)/.test(path))
    .map((path) => path.replaceAll("[", "{").replaceAll("]", "}"));
  expect(OPERATIONS.map(({ path }) => path).toSorted()).toEqual(handlers.toSorted());
});

test("a list's parameters are those its address takes, with the values they accept", () => {
  const { paths } = openApiDocument() as {
    paths: Record<
      string,
      { get: { parameters: { name: string; schema: { items?: { enum?: string[] } } }[] } }
    >;
  };
  const { parameters } = paths["/api/v1/editions/{edition}/bound-authorities"]!.get;
  const named = new Map(parameters.map((parameter) => [parameter.name, parameter.schema]));
  for (const name of [
    "edition",
    "basis",
    "format",
    "open",
    "type",
    "region",
    "department",
    "size",
    "q",
    "page_size",
  ])
    expect([...named.keys()]).toContain(name);
  expect(named.get("region")?.items?.enum).toContain("BRE-53");
});
