import "server-only";
import { z } from "zod";
import type { FilterDefinition, List } from "@/lib/engine/list";
import { hasTerm, termOf } from "@/lib/glossary";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "@/lib/queries/request";
import { siteUrl } from "../site-url";
import type { Operation } from "./operation";
import { OPERATIONS } from "./operations";
import type { Parameter } from "./parameters";

type Json = Record<string, unknown>;

/** A zod schema as JSON Schema, without its dialect's name. */
function jsonSchema(schema: z.ZodType): Json {
  const made = z.toJSONSchema(schema, { unrepresentable: "any" }) as Json;
  delete made.$schema;
  return made;
}

const query = (name: string, fr: string, en: string, schema: object): Parameter => ({
  ...{ name, in: "query", text: { fr, en }, schema },
});

/** What every list takes, and its own filters, from the very schemas that read them. */
export function listParameters(list: List): Parameter[] {
  const filters = Object.entries(list.filters as Record<string, FilterDefinition>).map(
    ([name, { value }]): Parameter => ({
      ...query(
        name,
        hasTerm(name) ? termOf(name).definition.fr : name,
        hasTerm(name) ? termOf(name).definition.en : name,
        {
          type: "array",
          items: jsonSchema(value),
        },
      ),
      several: true,
    }),
  );
  const columns = { type: "array", items: { type: "string", enum: [...list.columns] } };
  const sorts = {
    type: "array",
    items: { type: "string", enum: list.sortable.flatMap((key) => [key, `-${key}`]) },
  };
  const facets = { type: "array", items: { type: "string", enum: Object.keys(list.filters) } };
  return [
    ...filters,
    query(
      "q",
      "Nom ou SIREN ; casse et accents ne comptent pas.",
      "Name or SIREN; case and accents don’t matter.",
      { type: "string", maxLength: 200 },
    ),
    {
      ...query(
        "sort",
        "Colonne de tri ; « - » pour décroissant.",
        "Column to sort by; “-” for descending.",
        sorts,
      ),
      several: true,
    },
    query("page", "Page, à partir de 1.", "Page, from 1.", { type: "integer", minimum: 1, default: 1 }),
    query("page_size", "Lignes par page.", "Rows a page.", {
      type: "integer",
      minimum: 1,
      maximum: MAX_PAGE_SIZE,
      default: DEFAULT_PAGE_SIZE,
    }),
    { ...query("columns", "Colonnes voulues.", "Columns wanted.", columns), several: true },
    {
      ...query("facets", "Filtres dont compter les valeurs.", "Filters whose values to count.", facets),
      several: true,
    },
    ...(list.patchable
      ? [
          query("corrections", "1 : avec les corrections publiées.", "1: with published corrections.", {
            type: "string",
            enum: ["1"],
          }),
        ]
      : []),
  ];
}

/** Parameters of an operation, a list's among them. */
export const parametersOf = ({ parameters, list }: Operation): Parameter[] => [
  ...parameters,
  ...(list ? listParameters(list) : []),
];

const pageSchema = (list: List): Json => ({
  type: "object",
  required: ["edition", "basis", "total", "page", "page_size", "rows"],
  properties: {
    edition: { type: "string" },
    basis: { type: "string", enum: ["corrected", "file"] },
    total: { type: "integer", minimum: 0 },
    page: { type: "integer", minimum: 1 },
    page_size: { type: "integer", minimum: 1, maximum: MAX_PAGE_SIZE },
    // Columns can be chosen: none of a row's is required.
    rows: { type: "array", items: { ...jsonSchema(list.row), required: [] } },
    facets: {
      type: "object",
      additionalProperties: {
        type: "array",
        items: {
          type: "object",
          required: ["value", "count"],
          properties: { value: { type: "string" }, count: { type: "integer", minimum: 0 } },
        },
      },
    },
  },
});

const label = {
  type: "object",
  required: ["fr", "en"],
  properties: { fr: { type: "string" }, en: { type: "string" } },
};
const INDICATOR: Json = {
  type: "object",
  required: ["edition", "basis", "id", "unit", "value", "rows", "sources", "published"],
  properties: {
    ...{
      edition: { type: "string" },
      basis: { type: "string", enum: ["corrected", "file"] },
      id: { type: "string" },
    },
    ...{ name: label, definition: label, formula: label, unit: { type: "string" } },
    ...{
      value: { type: ["number", "null"] },
      numerator: { type: ["number", "null"] },
      denominator: { type: ["number", "null"] },
    },
    rows: {
      type: "array",
      items: { type: "object", required: ["key", "label"], properties: { key: { type: "string" }, label } },
    },
    sources: { type: "array" },
    published: { type: "array" },
  },
};
const PROBLEM: Json = {
  type: "object",
  required: ["title", "status", "detail", "errors"],
  properties: {
    ...{
      type: { type: "string" },
      title: { type: "string" },
      status: { type: "integer" },
      detail: { type: "string" },
    },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["parameter", "message"],
        properties: { parameter: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

function operationObject(operation: Operation): Json {
  const { id, text, media, schema, inParts } = operation;
  const parameters = parametersOf(operation).map(
    ({ name, in: place, text: said, schema: type, several, example }) => ({
      ...{ name, in: place, required: place === "path", description: said.en, schema: type },
      ...(several && { style: "form", explode: false }),
      ...(example && { example }),
    }),
  );
  const content = Object.fromEntries(
    media.map((type) => [
      type,
      {
        schema:
          type !== "application/json"
            ? {}
            : schema
              ? { $ref: `#/components/schemas/${schema}` }
              : { type: "object" },
      },
    ]),
  );
  return {
    get: {
      ...{ operationId: id, summary: text.en, parameters },
      responses: {
        200: { description: text.en, content },
        ...(inParts && { 206: { description: "The part asked for by Range.", content } }),
        304: { description: "The copy that the reader has, by its ETag, is still good." },
        400: problem("A parameter can’t be honoured; it is named, with the remedy."),
        404: problem("There is no such edition, indicator, organisation or platform."),
        ...(inParts && {
          416: problem("The part asked for is beyond the end; Content-Range says the size."),
        }),
        429: problem(
          "This address has asked more than its share of a minute; Retry-After says when to go on.",
        ),
        503: problem("Not for the moment; Retry-After says when."),
      },
    },
  };
}

/** The API described as OpenAPI 3.1, from the schemas that read its parameters and check its rows. */
export function openApiDocument(): Json {
  const lists = OPERATIONS.flatMap(({ list, schema }) =>
    list && schema ? [[schema, pageSchema(list)] as const] : [],
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "Observatoire open data des territoires",
      version: "1.0.0",
      description:
        "Read-only. Identifiers are texts; unknown is null, never 0. Files give the whole filtered result.",
      license: {
        name: "Licence Ouverte 2.0",
        url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
      },
    },
    servers: [{ url: siteUrl }],
    paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, operationObject(operation)])),
    components: { schemas: { Problem: PROBLEM, Indicator: INDICATOR, ...Object.fromEntries(lists) } },
  };
}
