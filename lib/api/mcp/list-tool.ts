import "server-only";
import { z } from "zod";
import type { FilterDefinition, List } from "@/lib/engine/list";
import { hasTerm, termOf } from "@/lib/glossary";
import { apiHref, pageHref } from "@/lib/links";
import { boundAuthorities } from "@/lib/queries/bound-authorities";
import { changes } from "@/lib/queries/changes";
import { organisations } from "@/lib/queries/organisations";
import { platforms } from "@/lib/queries/platforms";
import { quality } from "@/lib/queries/quality";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "@/lib/queries/request";
import { answerOf, BASIS, defineTool, EDITION } from "./question";

/** Every public list, with the page that shows it and the grain of its rows. */
const LISTS = {
  organisations: {
    list: organisations as unknown as List,
    page: "/organisations",
    grain: "authorities and associated bodies that publish open data",
  },
  platforms: { list: platforms as unknown as List, page: "/plateformes", grain: "open data platforms" },
  "bound-authorities": {
    list: boundAuthorities as unknown as List,
    page: null,
    grain:
      "every authority that the 2016 Digital Republic law binds to publish, `open` or not (register of 1 January 2022)",
  },
  quality: {
    list: quality as unknown as List,
    page: "/donnees/qualite",
    grain: "what the reading of the files repaired, set aside or doubted, a cell a row",
  },
  changes: {
    list: changes as unknown as List,
    page: "/donnees/comparer",
    grain: "what changed since another edition (`from`), by SIREN",
  },
} as const;
type ListName = keyof typeof LISTS;
const NAMES = Object.keys(LISTS) as [ListName, ...ListName[]];

/** A filter of one or several lists, described by the schemas that the API reads its values with. */
function filterNamed(name: string, definitions: readonly FilterDefinition[], lists: readonly ListName[]) {
  const schemas = definitions.map(({ value }) => z.toJSONSchema(value));
  const values = [...new Set(schemas.flatMap((schema) => schema.enum ?? []))];
  const closed = schemas.every((schema) => schema.enum);
  const meaning = hasTerm(name) ? termOf(name).definition.en : name;
  return z
    .array(
      z
        .string()
        .max(200)
        // In an address a comma parts values, and an empty one is none: neither may pass for another question.
        .regex(/^[^,]*[^,\s][^,]*$/, "one value is expected, without comma; several are items of the array")
        .meta(closed ? { enum: values } : {}),
    )
    .min(1)
    .max(100)
    .optional()
    .describe(`${meaning} On ${lists.join(", ")}.`);
}

function everyFilter() {
  const names = [...new Set(NAMES.flatMap((one) => Object.keys(LISTS[one].list.filters)))].toSorted();
  return Object.fromEntries(
    names.map((name) => {
      const having = NAMES.filter((one) => Object.hasOwn(LISTS[one].list.filters, name));
      return [
        name,
        filterNamed(
          name,
          having.map((one) => LISTS[one].list.filters[name]!),
          having,
        ),
      ];
    }),
  );
}

const words = () => z.array(z.string().min(1).max(60)).min(1).max(50).optional();

/** A list asked with the very parameters of its page and of the API, which reads them and names what it refuses. */
export const listQuestion = defineTool({
  name: "list_question",
  title: { fr: "Une liste filtrée, triée, comptée", en: "A list filtered, sorted, counted" },
  description: [
    "Rows of one of the observatory’s lists, filtered, sorted and paged, with the total of the filtered result and counts per value (facets).",
    ...NAMES.map(
      (name) => `“${name}”: ${LISTS[name].grain}; columns ${LISTS[name].list.columns.join(", ")}.`,
    ),
    "Counts are in data sets, population in inhabitants, coordinates in degrees (WGS 84). null is unknown, never zero. Sources: the edition’s files as published by OpenDataFrance, and the official register of French authorities.",
  ].join("\n"),
  input: z.strictObject({
    list: z.enum(NAMES).describe("Which list."),
    edition: EDITION,
    basis: BASIS,
    filters: z
      .strictObject(everyFilter())
      .optional()
      .describe(
        "Values of one filter are alternatives, filters add up; “none” asks for rows without a value. A filter that the list does not have is refused.",
      ),
    q: z
      .string()
      .max(200)
      .optional()
      .describe("Words of the name, or a SIREN; case and accents don’t matter."),
    sort: words().describe('Columns to sort by, “-” first for descending: ["-datasets"].'),
    page: z.int().min(1).max(10_000_000).default(1),
    page_size: z.int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE).describe("Rows of one answer."),
    columns: words().describe("Columns wanted; all without it. Fewer make a smaller answer."),
    facets: words().describe("Filters whose values to count over the whole filtered result."),
    corrections: z
      .literal(true)
      .optional()
      .describe("Read with the published corrections; on organisations and platforms."),
  }),
  output: answerOf({
    basis: z.string(),
    total: z.int().describe("Rows of the whole filtered result."),
    page: z.int(),
    page_size: z.int(),
    rows: z.array(z.record(z.string(), z.unknown())),
    facets: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.int() }))).optional(),
  }),
  ask: ({ list: name, edition: named, basis, filters, corrections, ...others }, fallback) => {
    const { page } = LISTS[name];
    const edition = named ?? fallback;
    const parameters = {
      ...(filters as Record<string, readonly string[] | undefined> | undefined),
      ...others,
      page: others.page === 1 ? null : others.page,
      page_size: others.page_size === DEFAULT_PAGE_SIZE ? null : others.page_size,
      corrections: corrections ? "1" : null,
    };
    return {
      asks: name,
      segments: { edition, id: "" },
      address: apiHref(edition, name, basis, parameters),
      page: page && pageHref(page, { edition, basis }, parameters),
      what: { fr: name, en: name },
    };
  },
});
