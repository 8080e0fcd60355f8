import "server-only";
import { DEPARTMENTS } from "@/lib/codes/departments";
import { labelOf } from "@/lib/codes/labels";
import { REGIONS } from "@/lib/codes/regions";
import type { Bilingual } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import { indicators } from "@/lib/indicators";
import { queryString } from "@/lib/links";
import { search } from "@/lib/queries/search";
import { sitePages } from "./pages";
import type { Entity, SearchAnswer, SearchGroup, SearchResult } from "./search-types";

type Known = {
  entity: Entity;
  identifier: string;
  name: Bilingual;
  detail: Bilingual;
  path: string;
  also: string;
};
type Found = Awaited<ReturnType<typeof search.all>>[number];

/** Longest text that is looked for: no name is longer. */
export const MAX_WORDS = 100;

const REGION: Bilingual = { fr: "Région", en: "Région" };
const OVERSEAS: Bilingual = { fr: "Collectivité d’outre-mer", en: "Overseas collectivity" };
const DEPARTMENT: Bilingual = { fr: "Département", en: "Département" };

function territory(code: string, dimension: "region" | "department", detail: Bilingual): Known {
  const name = labelOf(dimension, code);
  return { entity: "territory", identifier: code, name, detail, path: `/territoires/${code}`, also: code };
}

const regions = REGIONS.map(({ code, zone }) =>
  territory(code, "region", zone === "com" ? OVERSEAS : REGION),
);
// An overseas collectivity is found once, by its region's code.
const overseas = new Set(REGIONS.filter(({ zone }) => zone === "com").map(({ insee }) => insee));
const departments = Object.keys(DEPARTMENTS)
  .filter((code) => !overseas.has(code))
  .toSorted()
  .map((code) => territory(code, "department", DEPARTMENT));

/** What no file of an edition has: pages, indicators, territories. */
const KNOWN: readonly Known[] = [
  ...sitePages.map(({ path, name, about, also }): Known => {
    return { entity: "page", identifier: path, name, detail: about, path, also };
  }),
  ...indicators.map(({ id, name, definition }): Known => {
    const also = `${id} ${definition.fr} ${definition.en}`;
    return {
      entity: "indicator",
      identifier: id,
      name,
      detail: definition,
      path: `/indicateurs/${id}`,
      also,
    };
  }),
  ...regions,
  ...departments,
];
const known = new Map(KNOWN.map((one) => [`${one.entity} ${one.identifier}`, one]));
const given = {
  entities: KNOWN.map(({ entity }) => entity),
  identifiers: KNOWN.map(({ identifier }) => identifier),
  french: KNOWN.map(({ name }) => name.fr),
  english: KNOWN.map(({ name }) => name.en),
  also: KNOWN.map(({ also }) => also),
};

const LISTS: Partial<Record<Entity, string>> = { organisation: "/organisations", platform: "/plateformes" };

/** The words given that are known, with a middle dot between. */
function together(...parts: (Bilingual | null)[]): Bilingual | null {
  const said = parts.filter((part) => part !== null);
  const joined = (locale: "fr" | "en") => said.map((part) => part[locale]).join(" · ");
  return said.length === 0 ? null : { fr: joined("fr"), en: joined("en") };
}

function detailOf(row: Found): Bilingual | null {
  const type = row.type && labelOf(row.entity === "platform" ? "platformType" : "type", row.type);
  // A région sits in a département, which says nothing of it.
  const place =
    row.department && row.type !== "REG"
      ? labelOf("department", row.department)
      : row.region
        ? labelOf("region", row.region)
        : null;
  return together(type || null, row.technology ? labelOf("technology", row.technology) : null, place);
}

function resultOf(row: Found): SearchResult {
  const one = known.get(`${row.entity} ${row.identifier}`);
  if (one) return { identifier: one.identifier, name: one.name, detail: one.detail, path: one.path };
  const list = LISTS[row.entity] ?? "/";
  return {
    identifier: row.identifier,
    name: { fr: row.name, en: row.name },
    detail: detailOf(row),
    // A row without identifier has no page: the list shows it.
    path: row.identifier === null ? `${list}${queryString({ q: row.name })}` : `${list}/${row.identifier}`,
  };
}

/**
 * Everything of the site that answers to some words, by kind, the kind that answers best first.
 * @param q as typed; without a word, the pages of the site
 * @param limit results of each kind
 */
export async function searchEverything(
  context: EditionContext,
  q: string,
  limit: number,
): Promise<SearchAnswer> {
  const groups = new Map<Entity, SearchGroup>();
  let total = 0;
  for (const row of await search.all(context, { q, limit, ...given })) {
    const list = LISTS[row.entity];
    const group = groups.get(row.entity) ?? {
      entity: row.entity,
      total: row.matches,
      list: list ? `${list}${queryString({ q })}` : null,
      results: [],
    };
    if (!groups.has(row.entity)) total += row.matches;
    groups.set(row.entity, group);
    group.results.push(resultOf(row));
  }
  return { q, total, groups: [...groups.values()] };
}
