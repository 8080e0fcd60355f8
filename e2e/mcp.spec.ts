import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { APIRequestContext } from "@playwright/test";
import { EDITIONS, expect, test as base } from "./fixtures";
import { publishNotes } from "./support/notes";

type Answer = Record<string, unknown> & { provenance: Record<string, unknown> };
type Refusal = { status: number; detail: string; errors: { parameter: string; message: string }[] };
type Result = { isError?: boolean; structuredContent?: Answer; content: { type: string; text: string }[] };

const V1 = "/api/v1/editions";

/** A client of the protocol, as its own SDK has it: it also holds every answer against the schema of its tool. */
const test = base.extend<{ mcp: Client }>({
  mcp: async ({ baseURL }, provide) => {
    const client = new Client({ name: "e2e", version: "1.0.0" });
    await client.connect(new StreamableHTTPClientTransport(new URL("/api/mcp", baseURL)));
    // The schemas of answers are known to the client once it has listed the tools.
    await client.listTools();
    await provide(client);
    await client.close();
  },
});

const call = async (client: Client, name: string, given: Record<string, unknown> = {}) =>
  (await client.callTool({ name, arguments: given })) as Result;

async function answered(client: Client, name: string, given?: Record<string, unknown>): Promise<Answer> {
  const { isError, structuredContent, content } = await call(client, name, given);
  expect(isError, content[0]?.text).toBeFalsy();
  // Clients that read only text get the same.
  expect(JSON.parse(content[0]!.text)).toEqual(structuredContent);
  return structuredContent!;
}

async function fromApi(request: APIRequestContext, address: string): Promise<Answer> {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  return (await answer.json()) as Answer;
}

const withoutProvenance = ({ provenance: _provenance, ...rest }: Answer) => rest;

test("the tools are there, each described, bounded and read-only", async ({ mcp }) => {
  expect(mcp.getServerVersion()?.name).toBe("observatoire-open-data-territoires");
  expect(mcp.getInstructions()).toContain("null is unknown, never zero");
  expect(mcp.getServerCapabilities()).toEqual({ tools: {} });
  const { tools } = await mcp.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    ...["list_editions", "list_indicators", "get_indicator", "search"],
    ...["get_organisation", "get_platform", "list_question"],
  ]);
  for (const { name, title, description, inputSchema, outputSchema, annotations } of tools) {
    expect(title, name).toBeTruthy();
    expect(description, name).toMatch(/Sources?:/);
    expect(inputSchema.additionalProperties, name).toBe(false);
    expect(outputSchema, name).toBeTruthy();
    expect(annotations, name).toMatchObject({ readOnlyHint: true, destructiveHint: false });
  }
  // What an assistant reads before it asks anything stays small.
  expect(JSON.stringify(tools).length).toBeLessThan(40_000);
});

const QUESTIONS: readonly [string, Record<string, unknown>, string][] = [
  ["list_editions", {}, ""],
  ["list_indicators", {}, "/demo/indicators"],
  ["list_indicators", { basis: "file" }, "/demo/indicators?basis=file"],
  ["get_indicator", { id: "opening-rate", edition: "demo" }, "/demo/indicators/opening-rate"],
  ["get_indicator", { id: "region-matrix", basis: "file" }, "/demo/indicators/region-matrix?basis=file"],
  ["search", { q: "data", limit: 3 }, "/demo/search?q=data&limit=3"],
  ["get_organisation", { siren: "999999998" }, "/demo/organisations/999999998"],
  [
    "list_question",
    {
      ...{ list: "organisations", filters: { type: ["COM", "CC"], channel: ["datagouv"] }, page_size: 5 },
      ...{ sort: ["-datasets"], page: 2, columns: ["siren", "name", "datasets"], facets: ["type", "region"] },
    },
    "/demo/organisations?channel=datagouv&type=COM,CC&sort=-datasets&page=2&page_size=5&columns=siren,name,datasets&facets=type,region",
  ],
  ["list_question", { list: "organisations", q: "OMBRECHARD" }, "/demo/organisations?q=OMBRECHARD"],
  [
    "list_question",
    { list: "organisations", corrections: true, page_size: 500 },
    "/demo/organisations?corrections=1&page_size=500",
  ],
  ["list_question", { list: "platforms", page_size: 500 }, "/demo/platforms?page_size=500"],
  [
    "list_question",
    { list: "bound-authorities", filters: { open: ["false"], region: ["BRE-53"] }, facets: ["type"] },
    "/demo/bound-authorities?open=false&region=BRE-53&facets=type",
  ],
  [
    "list_question",
    { list: "quality", basis: "file", page_size: 500 },
    "/demo/quality?basis=file&page_size=500",
  ],
  ["list_question", { list: "changes" }, "/demo/changes"],
];

test("each tool answers as the API does, with what is needed to cite it", async ({
  mcp,
  request,
  baseURL,
}) => {
  for (const [name, given, path] of QUESTIONS) {
    const asked = `${name} ${JSON.stringify(given)}`;
    const [answer, api] = [await answered(mcp, name, given), await fromApi(request, V1 + path)];
    expect(withoutProvenance(answer), asked).toEqual(withoutProvenance(api));
    const { permalink, page, citation, notes } = answer.provenance as Record<string, string>;
    if (api.provenance) expect(permalink, asked).toBe(api.provenance.permalink);
    expect(citation, asked).toContain(permalink!);
    expect(citation, asked).toContain("Licence Ouverte 2.0");
    expect(Array.isArray(notes), asked).toBe(true);
    // The permalink leads to the same question; its page is there.
    const again = await fromApi(request, new URL(permalink!, baseURL).href);
    for (const key of ["id", "siren", "value", "total"]) expect(again[key], asked).toEqual(api[key]);
    if (page) expect((await request.get(page)).status(), `${asked} ${page}`).toBe(200);
    // Nothing that names a person by their address.
    expect(JSON.stringify(answer), asked).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i);
  }
});

test("a platform found by its list is read by its slug", async ({ mcp, request }) => {
  const { rows } = await answered(mcp, "list_question", { list: "platforms", page_size: 1 });
  const slug = (rows as { slug: string }[])[0]!.slug;
  const platform = await answered(mcp, "get_platform", { slug });
  expect(withoutProvenance(platform)).toEqual(
    withoutProvenance(await fromApi(request, `${V1}/demo/platforms/${slug}`)),
  );
});

test("figures are those of the file", async ({ mcp }) => {
  // First row of the demonstration's file: 6 data sets on its platform, 1 on data.gouv.fr; the local ones count.
  const organisation = await answered(mcp, "get_organisation", { siren: "999999998" });
  expect(organisation).toMatchObject({
    ...{ name: "OMBRECHARD-LA-FABULEUSE", local_datasets: 6, datagouv_datasets: 1, datasets: 6 },
    ...{ edition: "demo", fictitious: true },
  });
  const { columns } = (await answered(mcp, "list_question", { list: "organisations", page_size: 1 }))
    .provenance as { columns: Record<string, string> };
  expect(columns.population).toMatch(/Unit: inhabitants/);
});

test("published notes come with what they are about", async ({ mcp }) => {
  const body = `Lue par un programme ${Date.now()}`;
  await publishNotes([{ target: "indicator/by-size", body }]);
  const bodies = ({ provenance }: Answer) =>
    (provenance.notes as { body: string; target: string }[]).map((note) => note.body);
  expect(bodies(await answered(mcp, "get_indicator", { id: "by-size" }))).toContain(body);
  expect(bodies(await answered(mcp, "get_indicator", { id: "actors" }))).not.toContain(body);
});

test("another edition is answered from that edition", async ({ mcp, request }) => {
  test.skip(EDITIONS.real === undefined, "the real files of October 2022 are not there");
  const given = { id: "open-authorities", edition: "2022-10" };
  expect(withoutProvenance(await answered(mcp, "get_indicator", given))).toEqual(
    withoutProvenance(await fromApi(request, `${V1}/2022-10/indicators/open-authorities`)),
  );
});

for (const [name, given, parameter] of [
  ["get_indicator", { id: "opening-rat" }, "id"],
  ["get_indicator", { id: "actors", bassis: "file" }, "bassis"],
  ["get_organisation", { siren: "12345" }, "siren"],
  ["list_editions", { edition: "demo" }, "edition"],
  ["list_question", { list: "organisations", filters: { regoin: ["BRE-53"] } }, "filters.regoin"],
  ["list_question", { list: "organisations", filters: { region: ["BRE-99"] } }, "region"],
  ["list_question", { list: "bound-authorities", filters: { theme: ["Social"] } }, "theme"],
  ["list_question", { list: "organisations", sort: ["platforms"] }, "sort"],
  ["list_question", { list: "organisations", columns: ["email"] }, "columns"],
  ["list_question", { list: "organisations", page_size: 501 }, "page_size"],
  ["list_question", { list: "quality", corrections: true }, "corrections"],
] as const)
  test(`${name} refuses ${JSON.stringify(given)} by name`, async ({ mcp }) => {
    const { isError, content } = await call(mcp, name, given);
    expect(isError).toBe(true);
    const { status, errors } = JSON.parse(content[0]!.text) as Refusal;
    expect(status).toBe(400);
    expect(errors.map((error) => error.parameter)).toEqual([parameter]);
    expect(errors[0]!.message.length).toBeGreaterThan(5);
  });

test("what there is not is said not to be there", async ({ mcp }) => {
  for (const [name, given, said] of [
    ["get_indicator", { id: "actors", edition: "1999" }, "1999"],
    ["get_organisation", { siren: "000000000" }, "000000000"],
    ["get_platform", { slug: "nulle-part" }, "nulle-part"],
  ] as const) {
    const { isError, content } = await call(mcp, name, given);
    expect(isError).toBe(true);
    const { status, detail } = JSON.parse(content[0]!.text) as Refusal;
    expect(status).toBe(404);
    expect(detail).toContain(said);
  }
  await expect(call(mcp, "delete_note")).rejects.toThrow(
    /no tool “delete_note”; known ones are list_editions/,
  );
});
