import { expect, it } from "vitest";
import { BadAddress, type ParameterError } from "@/lib/queries/request";
import { OPERATIONS } from "../openapi/operations";
import { toolSchema, type Tool } from "./question";
import { TOOLS } from "./tools";

const named = (name: string): Tool => TOOLS.find((tool) => tool.name === name)!;

function refused(name: string, given: unknown): readonly ParameterError[] {
  try {
    named(name).question(given, "demo");
  } catch (cause) {
    if (cause instanceof BadAddress) return cause.errors;
    throw cause;
  }
  throw new Error("it was not refused");
}

it.each([
  ["list_editions", undefined, "/api/v1/editions"],
  ["list_indicators", { basis: "file" }, "/api/v1/editions/demo/indicators?basis=file"],
  ["get_indicator", { id: "by-size", edition: "2022" }, "/api/v1/editions/2022/indicators/by-size"],
  ["search", { q: "Rennes Métropole" }, "/api/v1/editions/demo/search?q=Rennes%20M%C3%A9tropole&limit=5"],
  ["get_organisation", { siren: "213500010" }, "/api/v1/editions/demo/organisations/213500010"],
  ["get_platform", { slug: "rennes-metropole" }, "/api/v1/editions/demo/platforms/rennes-metropole"],
  [
    "list_question",
    {
      ...{ list: "organisations", filters: { type: ["COM", "CC"], region: ["BRE-53"] }, q: "Saint & Cie" },
      ...{
        sort: ["-datasets", "name"],
        page: 2,
        page_size: 10,
        columns: ["siren", "name"],
        facets: ["type"],
      },
      corrections: true,
    },
    "/api/v1/editions/demo/organisations?region=BRE-53&type=COM,CC&q=Saint%20%26%20Cie&sort=-datasets,name&page=2&page_size=10&columns=siren,name&facets=type&corrections=1",
  ],
  [
    "list_question",
    { list: "bound-authorities", filters: { open: ["false"] } },
    "/api/v1/editions/demo/bound-authorities?open=false",
  ],
])("%s asks the API's address (%#)", (name, given, address) => {
  expect(named(name).question(given, "demo").address).toBe(address);
});

it("names the page where people read the same", () => {
  const asked = { list: "organisations", filters: { region: ["BRE-53"] }, basis: "file" };
  expect(named("list_question").question(asked, "demo").page).toBe(
    "/organisations?region=BRE-53&basis=file&edition=demo",
  );
  expect(named("list_question").question({ list: "bound-authorities" }, "demo").page).toBeNull();
});

it.each([
  ["list_editions", { edition: "demo" }, "edition", /unknown parameter/],
  ["get_indicator", { id: "opening-rat" }, "id", /opening-rate/],
  ["get_indicator", { id: "actors", bassis: "file" }, "bassis", /known ones are id, edition, basis/],
  ["get_indicator", { id: "actors", basis: "both" }, "basis", /corrected or file/],
  ["get_indicator", { id: "actors", edition: "../etc" }, "edition", /list_editions/],
  ["get_indicator", undefined, "id", /./],
  ["search", { q: "  " }, "q", /words/],
  ["search", { q: "a", limit: 51 }, "limit", /50/],
  ["get_organisation", { siren: 213500010 }, "siren", /string/],
  ["get_organisation", { siren: "21350001" }, "siren", /nine digits/],
  ["get_platform", { slug: "../admin" }, "slug", /slug/],
  ["list_question", { list: "notes" }, "list", /bound-authorities/],
  ["list_question", { list: "organisations", page_size: 501 }, "page_size", /500/],
  ["list_question", { list: "organisations", filters: { regoin: ["BRE-53"] } }, "filters.regoin", /region/],
  ["list_question", { list: "organisations", filters: { region: "BRE-53" } }, "filters.region", /array/],
  ["list_question", { list: "organisations", filters: { type: ["COM,CC"] } }, "filters.type.0", /items/],
  ["list_question", { list: "organisations", filters: { type: [" "] } }, "filters.type.0", /items/],
  ["list_question", { list: "organisations", filters: { type: [] } }, "filters.type", /./],
  ["list_question", [], "arguments", /object/],
])("%s refuses what it can't honour, by its name (%#)", (name, given, parameter, message) => {
  const errors = refused(name, given);
  expect(errors.map((error) => error.parameter)).toContain(parameter);
  expect(errors.find((error) => error.parameter === parameter)?.message).toMatch(message);
});

it("tells a program what a list takes, from the schemas that read it", () => {
  const { properties } = toolSchema(named("list_question").input, "input") as unknown as {
    properties: { filters: { properties: Record<string, { items: { enum?: string[] } }> } };
  };
  const filters = properties.filters.properties;
  expect(filters.region?.items.enum).toContain("BRE-53");
  expect(filters.channel?.items.enum).toEqual(["ptf", "datagouv", "both", "none"]);
  // Platforms have types of their own, which no code lists.
  expect(filters.type?.items.enum).toBeUndefined();
  for (const tool of TOOLS)
    expect(toolSchema(tool.input, "input"), tool.name).toMatchObject({
      additionalProperties: false,
      type: "object",
    });
});

it("every public list of the API can be asked", () => {
  const { properties } = toolSchema(named("list_question").input, "input") as unknown as {
    properties: { list: { enum: string[] } };
  };
  const lists = OPERATIONS.filter(({ list }) => list).map(({ path }) => path.split("/").at(-1)!);
  expect(properties.list.enum.toSorted()).toEqual(lists.toSorted());
});
