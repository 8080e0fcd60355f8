import { slugOf } from "./names";
import type { Plan } from "./plan";
import { platformAt, type Platform } from "./platforms";
import { between, pick, pickWeighted, rowRandom, type Random } from "./random";
import { fictitiousSiren } from "./siren";
import { publicationOf } from "./where";

/** Headers of the October 2022 state of the file, in its order. */
export const PLATFORM_HEADERS = [
  "Nom",
  "Regcode",
  "Type",
  "Collab",
  "url",
  "Techno",
  "porteur",
  "thèmatique",
  "grappe",
  "url-reuse",
  "nb-reuse",
  "url-forum-dodo",
  "nb-struct-hebergees",
  "contact",
  "twitter",
  "Organisations 5",
  "Last Modified",
] as const;

const THEMES = { Généraliste: 87, Environnement: 7, Transport: 3, Energie: 1, Urbanisme: 1, Tourisme: 1 };

/** Rows of organisations on each platform: one walk over the plan, for the lists of the platforms' file. */
function hostedBy(plan: Plan): number[][] {
  const hosted: number[][] = Array.from({ length: plan.options.platforms }, () => []);
  for (let row = 0; row < plan.options.rows; row++) {
    const { platform } = publicationOf(plan, row);
    if (platform !== null) hosted[platform]?.push(row);
  }
  return hosted;
}

/** An address of a person who does not exist, or a page: never a real one. */
function contactOf(random: Random, platform: Platform): string {
  const way = pickWeighted(random, { none: 55, mail: 35, page: 10 });
  if (way === "none") return "";
  if (way === "page") return `${platform.url}contact`;
  return `${pick(random, ["donnees", "opendata", "prenom.nom"])}@${slugOf(platform.name)}.example.org`;
}

/** The platforms' file lists what it hosts as numbers between commas, a few of them spoilt. */
function listOf(plan: Plan, rows: readonly number[], index: number): string {
  const sirens = rows.map(fictitiousSiren);
  if (plan.options.faults && index % 29 === 7)
    sirens.push(`\u200e${fictitiousSiren(plan.options.rows + index)} `);
  return sirens.join(",");
}

function cellsOf(plan: Plan, index: number, hosted: readonly number[]): string[] {
  const random = rowRandom(plan.options.seed, "platform row", index);
  const platform = platformAt(plan, index);
  const { faults, platforms } = plan.options;
  const reuses = random() < 0.2;
  const slug = slugOf(platform.name);
  // The list is left out of one row in four, the declared number now and then.
  const listed = random() < 0.75;
  // Nobody counts what the national platform hosts.
  const counted = platform.bearer !== "NAT" && !(faults && index % 31 === 11);
  // In a damaged file, two rows have one name: the one before the last is called as the first.
  const name = faults && platforms > 2 && index === platforms - 2 ? platformAt(plan, 0).name : platform.name;
  return [
    faults && index % 13 === 4 ? `${name} ` : name,
    platform.region,
    platform.kind,
    platform.collaboration,
    faults && index % 17 === 3 ? platform.url.replace("https:", "http:") : platform.url,
    platform.technology,
    platform.bearer,
    pickWeighted(random, THEMES),
    random() < 0.05 ? "Grappe des brumes" : "",
    reuses ? `${platform.url}reutilisations` : "",
    reuses ? String(between(random, 0, 60)) : "",
    random() < 0.06 ? `${platform.url}forum` : "",
    counted ? String(hosted.length) : "",
    contactOf(random, platform),
    random() < 0.08 ? `https://reseau.example/@${slug}` : "",
    listed ? listOf(plan, hosted, index) : "",
    `${between(random, 1, 28)}/${between(random, 1, 12)}/2022 ${between(random, 1, 12)}:${String(between(random, 0, 59)).padStart(2, "0")}${pick(random, ["am", "pm"])}`,
  ];
}

/** Rows of plateformes.csv in file order, cells in the order of the headers. */
export function* platformRows(plan: Plan): Generator<string[]> {
  const hosted = hostedBy(plan);
  for (let index = 0; index < plan.options.platforms; index++)
    yield cellsOf(plan, index, hosted[index] ?? []);
}
