import "server-only";
import { z } from "zod";
import { indicators } from "@/lib/indicators";
import { apiHref, organisationHref, pageHref, platformHref } from "@/lib/links";
import { MAX_WORDS } from "../search";
import { listQuestion } from "./list-tool";
import { answerOf, BASIS, defineTool, EDITION, type Tool } from "./question";

const label = z.object({ fr: z.string(), en: z.string() });
const headline = {
  id: z.string(),
  name: label,
  definition: label,
  formula: label,
  unit: z.string().describe("actors, authorities, platforms, datasets, inhabitants, or ratio (0 to 1)."),
  value: z
    .number()
    .nullable()
    .describe("null: the edition can’t tell; `missing` names the columns it lacks."),
};
const UNITS =
  "Units are stated with each: actors, authorities, platforms, data sets, inhabitants, or a ratio from 0 to 1 with its numerator and denominator.";
const SOURCES =
  "Sources: the edition’s files as published by OpenDataFrance, and the official register of French authorities for the denominators.";
const row = z.looseObject({ name: z.string() });

const listEditions = defineTool({
  name: "list_editions",
  title: { fr: "Éditions servies", en: "Editions served" },
  description:
    "The editions of the observatory that are served: id, title, day they are the state of, licence, credit to give, number of organisations and platforms; `default` is the one that the other tools answer from when none is named. `fictitious` editions are demonstration data. Source: the manifests of the editions.",
  input: z.strictObject({}),
  output: z.looseObject({
    default: z.string(),
    editions: z.array(z.looseObject({ id: z.string(), as_of: z.string(), licence: z.string() })),
    provenance: answerOf({}).shape.provenance,
  }),
  ask: (_asked, edition) => ({
    ...{ asks: "editions", segments: { edition, id: "" }, address: "/api/v1/editions", page: "/donnees" },
    what: { fr: "Éditions", en: "Editions" },
  }),
});

const listIndicators = defineTool({
  name: "list_indicators",
  title: { fr: "Tous les indicateurs", en: "All indicators" },
  description: `Every official indicator of an edition: id, name, definition, formula, value, without its breakdown (get_indicator gives it). ${UNITS} ${SOURCES}`,
  input: z.strictObject({ edition: EDITION, basis: BASIS }),
  output: answerOf({ basis: z.string(), indicators: z.array(z.looseObject(headline)) }),
  ask: ({ edition: named, basis }, fallback) => {
    const edition = named ?? fallback;
    return {
      ...{ asks: "indicators", segments: { edition, id: "" } },
      address: apiHref(edition, "indicators", basis),
      page: pageHref("/indicateurs", { edition, basis }),
      what: { fr: "Indicateurs", en: "Indicators" },
    };
  },
});

const getIndicator = defineTool({
  name: "get_indicator",
  title: { fr: "Un indicateur et son détail", en: "One indicator and its breakdown" },
  description: `One official indicator: value, numerator and denominator, formula, and its breakdown, a row a class, with the published figure to compare and the sources. ${UNITS} A rate’s row carries open, total and rate. ${SOURCES}`,
  input: z.strictObject({
    id: z
      .enum(indicators.map(({ id }) => id))
      .describe(indicators.map(({ id, name }) => `${id}: ${name.en}`).join("; ")),
    edition: EDITION,
    basis: BASIS,
  }),
  output: answerOf({
    basis: z.string(),
    ...headline,
    numerator: z.number().nullable().optional(),
    denominator: z.number().nullable().optional(),
    rows: z.array(z.looseObject({ key: z.string(), label })),
    sources: z.array(z.unknown()),
    published: z.array(z.unknown()).describe("Figures published by others, with why ours may differ."),
  }),
  ask: ({ id, edition: named, basis }, fallback) => {
    const edition = named ?? fallback;
    return {
      ...{ asks: "indicator", segments: { edition, id } },
      address: apiHref(edition, `indicators/${id}`, basis),
      page: pageHref(`/indicateurs/${id}`, { edition, basis }),
      what: { fr: id, en: id },
    };
  },
});

const search = defineTool({
  name: "search",
  title: { fr: "Recherche par nom, SIREN ou code", en: "Search by name, SIREN or code" },
  description:
    "Organisations, platforms, territories (régions and départements), indicators and pages whose name answers to some words, or a SIREN or code, the best of each kind with the number found. `identifier` is what the other tools take: SIREN of an organisation, slug of a platform, code of a territory (a filter of list_question), id of an indicator; `path` is the page on this site. Sources: the edition’s files and the observatory’s registries.",
  input: z.strictObject({
    q: z.string().trim().min(1, "words to look for are expected").max(MAX_WORDS),
    limit: z.int().min(1).max(50).default(5).describe("Results of each kind."),
    edition: EDITION,
    basis: BASIS,
  }),
  output: answerOf({
    ...{ basis: z.string(), q: z.string(), total: z.int().describe("Found, of every kind.") },
    groups: z.array(
      z.looseObject({
        ...{ entity: z.string(), total: z.int() },
        results: z.array(z.looseObject({ identifier: z.string().nullable(), name: label, path: z.string() })),
      }),
    ),
  }),
  ask: ({ q, limit, edition: named, basis }, fallback) => {
    const edition = named ?? fallback;
    return {
      ...{ asks: "search", segments: { edition, id: "" } },
      address: apiHref(edition, "search", basis, { q, limit }),
      page: pageHref("/recherche", { edition, basis }, { q }),
      what: { fr: `Recherche de « ${q} »`, en: `Search for “${q}”` },
    };
  },
});

const getOrganisation = defineTool({
  name: "get_organisation",
  title: { fr: "Une organisation, par son SIREN", en: "One organisation, by its SIREN" },
  description:
    "One authority or associated body by its SIREN: type, place, population (inhabitants), addresses, data sets published, platforms, technologies, themes; its rank among its peers; what the reading of its row repaired or doubted; the published notes about it. null is unknown, never zero. Sources: the edition’s organisations file, and the register for what is repaired.",
  input: z.strictObject({
    siren: z
      .string()
      .regex(/^\d{9}$/, "a SIREN is nine digits, as a text; search finds it by the name")
      .describe("Nine digits, as a text."),
    edition: EDITION,
    basis: BASIS,
  }),
  output: answerOf({ ...{ basis: z.string(), siren: z.string() }, ...row.shape }),
  ask: ({ siren, edition: named, basis }, fallback) => {
    const edition = named ?? fallback;
    return {
      ...{ asks: "organisation", segments: { edition, id: siren } },
      address: apiHref(edition, `organisations/${siren}`, basis),
      page: pageHref(organisationHref(siren), { edition, basis }),
      what: { fr: `Organisation ${siren}`, en: `Organisation ${siren}` },
    };
  },
});

const getPlatform = defineTool({
  name: "get_platform",
  title: { fr: "Une plateforme et ceux qu’elle héberge", en: "One platform and those it hosts" },
  description:
    "One open data platform by its slug (search and list_question give it): type, technology, bearer, organisations that it hosts by its own word and by theirs, others of its technology. Counts are in organisations. Source: the edition’s platforms file.",
  input: z.strictObject({
    slug: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,199}$/, "a slug is expected, as search or list_question gives it"),
    edition: EDITION,
    basis: BASIS,
  }),
  output: answerOf({ ...{ basis: z.string(), slug: z.string() }, ...row.shape }),
  ask: ({ slug, edition: named, basis }, fallback) => {
    const edition = named ?? fallback;
    return {
      ...{ asks: "platform", segments: { edition, id: slug } },
      address: apiHref(edition, `platforms/${slug}`, basis),
      page: pageHref(platformHref(slug), { edition, basis }),
      what: { fr: `Plateforme ${slug}`, en: `Platform ${slug}` },
    };
  },
});

/** What programs may ask through MCP: each tool is one question of the API. */
export const TOOLS: readonly Tool[] = [
  ...[listEditions, listIndicators, getIndicator, search],
  ...[getOrganisation, getPlatform, listQuestion],
];
