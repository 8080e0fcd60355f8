import { isLocal, isNational } from "@/lib/codes/channel";
import { fold } from "@/lib/codes/fold";
import { isOverseasCollectivity } from "@/lib/codes/region";
import { isAuthority } from "@/lib/codes/type";
import { EPCI_TYPES } from "@/lib/codes/types";
import { doubtText } from "./misplaced";
import type { OrganisationCells } from "./organisation";
import { isInRegion } from "./places";
import type { Register } from "./register-types";
import type { OrganisationRecord } from "./types";

/** Types whose every SIREN the register knows, in the 18 régions. */
const REGISTERED: readonly (string | null)[] = ["COM", ...EPCI_TYPES];

/** What a row is compared with. */
export type Known = {
  register: Register;
  /** SIREN of the rows read so far. */
  sirens: Set<string>;
  /** Other identifiers of the rows read so far, after the name of their column. */
  identifiers: Set<string>;
  /** Names of the platforms' rows; null when the edition has no platforms file. */
  platforms: ReadonlySet<string> | null;
};

function doubtIdentity(
  row: OrganisationRecord,
  cells: OrganisationCells,
  { register, sirens, identifiers }: Known,
): void {
  if (row.siren === null) return;
  if (sirens.has(row.siren)) cells.note("siren_duplicate", "siren");
  else doubtIdentifiers(row, cells, identifiers);
  sirens.add(row.siren);
  const authority = register.bySiren.get(row.siren);
  if (!authority) {
    // The register has no SIREN for the communes of overseas collectivities.
    if (REGISTERED.includes(row.type) && !isOverseasCollectivity(row.region))
      cells.note("siren_not_in_register", "siren");
    return;
  }
  if (row.type !== null && row.type !== authority.type)
    cells.note("type_differs", "type", { corrected: authority.type });
  if (authority.type === "COM" && row.department !== null && row.department !== authority.department)
    cells.note("department_differs", "department", { corrected: authority.department });
}

function doubtPopulation(row: OrganisationRecord, cells: OrganisationCells): void {
  if (!cells.has("population")) return;
  if (isAuthority(row.type)) {
    if (row.population === null) cells.note("population_missing", "population");
  } else if (row.type !== null && row.population_file !== null) {
    cells.note("population_of_associated", "population");
  }
}

function doubtPosition(row: OrganisationRecord, cells: OrganisationCells): void {
  const { latitude, longitude } = row;
  if (latitude === null && longitude === null) return;
  if (latitude === null || longitude === null) {
    if (cells.has("latitude") && cells.has("longitude"))
      cells.note("coordinate_incomplete", latitude === null ? "latitude" : "longitude");
  } else if (!isInRegion(row.region, latitude, longitude)) {
    cells.note("coordinate_displaced", "latitude", { value: `${latitude}, ${longitude}` });
  }
}

const CHANNELS = [
  { used: isLocal, url: "local_url", datasets: "local_datasets" },
  { used: isNational, url: "datagouv_url", datasets: "datagouv_datasets" },
] as const;

function doubtPublication(row: OrganisationRecord, cells: OrganisationCells): void {
  let contradicted = false;
  for (const { used, url, datasets } of CHANNELS) {
    const named = used(row.channel);
    const shown = row[url] !== null || (row[datasets] ?? 0) > 0;
    const absent = row[url] === null && row[datasets] === null && cells.has(url) && cells.has(datasets);
    contradicted ||= named ? absent : shown;
    if (row[datasets] === 0) cells.note("zero_datasets", datasets);
    if (named && cells.has(datasets) && cells.raw(datasets).trim() === "")
      cells.note("count_missing", datasets);
  }
  // A channel that could not be read is said already.
  const read = row.channel !== null || cells.raw("channel").trim() === "";
  if (contradicted && read && cells.has("channel")) cells.note("channel_contradiction", "channel");
}

/** DataGouv is no platform of a territory: it has no row. */
const isDatagouv = (name: string) => ["datagouv", "datagouvfr"].includes(fold(name));

function doubtPlatforms(row: OrganisationRecord, cells: OrganisationCells, known: Known["platforms"]): void {
  if (row.platforms.length === 0 && row.technologies.length > 0 && cells.has("platforms"))
    cells.hint("platforms_missing", "platforms");
  if (!known) return;
  for (const name of row.platforms)
    if (!known.has(name) && !isDatagouv(name)) cells.note("platform_unknown", "platforms", { value: name });
}

const MAX_IDENTIFIERS = 10_000;

/** A row given twice is said once, by its SIREN. */
function doubtIdentifiers(
  row: OrganisationRecord,
  cells: OrganisationCells,
  known: Known["identifiers"],
): void {
  for (const column of ["datagouv_id", "ods_id"] as const) {
    const identifier = row[column];
    if (identifier === null) continue;
    const key = `${column} ${identifier}`;
    if (known.has(key)) cells.hint("identifier_repeated", column);
    // Enough to tell a column of few values from one of identifiers, whatever the size of the file.
    if (known.size < MAX_IDENTIFIERS) known.add(key);
  }
}

/** Doubts what is written under a header that lets write anything. */
function doubtWords(row: OrganisationRecord, cells: OrganisationCells, platforms: Known["platforms"]): void {
  doubtText(cells, "name", [row.name]);
  doubtText(cells, "ods_id", [row.ods_id]);
  // Some organisations are named as their platform is; a column of such names is the platforms'.
  for (const column of ["name", "ods_id"] as const)
    if (platforms?.has(row[column] ?? "")) cells.hint("platform_name", column);
  doubtText(cells, "platforms", row.platforms);
  doubtText(cells, "themes", row.themes, { theme: true });
}

/** Records what is doubtful in a row; nothing is changed. */
export function doubt(row: OrganisationRecord, cells: OrganisationCells, known: Known): void {
  doubtIdentity(row, cells, known);
  doubtWords(row, cells, known.platforms);
  doubtPopulation(row, cells);
  doubtPosition(row, cells);
  doubtPublication(row, cells);
  doubtPlatforms(row, cells, known.platforms);
}
