import { CHANNEL_IN_FILES, channelOf } from "@/lib/codes/channel";
import { regionOf } from "@/lib/codes/region";
import { typeOf } from "@/lib/codes/type";
import { readAddress } from "./addresses";
import type { Cells } from "./cells";
import { readCode, readFirstCode, type CodeReader } from "./code-cells";
import type { OrganisationColumn } from "./columns";
import { readDate } from "./dates";
import { readDatagouvId, readIdentifier, readSiren } from "./identifiers";
import { readList, readNames, readTechnologies } from "./lists";
import { readCount, readDegrees } from "./numbers";
import type { OrganisationRecord } from "./types";

export type OrganisationCells = Cells<OrganisationColumn>;

/** What stands for the name of a row that has none. */
export const NO_NAME = "(sans nom)";

function readName(cells: OrganisationCells): string {
  const name = cells.text("name");
  if (name === null) cells.note("name_missing", "name", { value: null });
  return name ?? NO_NAME;
}

function readType(cells: OrganisationCells): OrganisationRecord["type"] {
  const type = readCode(cells, "type", typeOf);
  if (type === null && cells.raw("type").trim() === "") cells.note("type_missing", "type", { value: null });
  return type;
}

/**
 * One row of organisations.csv at its word: cells cleaned, codes in canonical spelling, what can't be read left
 * unknown. The corrected basis' values are still the file's.
 */
export function readOrganisation(
  cells: OrganisationCells,
  line: number,
  departmentOf: CodeReader<string>,
): OrganisationRecord {
  const siren = readSiren(cells, "siren");
  const region = readCode(cells, "region", regionOf);
  const population = readCount(cells, "population", 1);
  const longitude = readDegrees(cells, "longitude", 180);
  return {
    line,
    siren,
    name: readName(cells),
    type: readType(cells),
    region_file: region,
    region,
    department: readFirstCode(cells, "department", departmentOf),
    local_url: readAddress(cells, "local_url"),
    local_datasets: readCount(cells, "local_datasets"),
    datagouv_url: readAddress(cells, "datagouv_url"),
    datagouv_datasets: readCount(cells, "datagouv_datasets"),
    datagouv_id: readDatagouvId(cells, "datagouv_id"),
    ods_id: readIdentifier(cells, "ods_id"),
    population_file: population,
    population,
    latitude: readDegrees(cells, "latitude", 90),
    longitude_file: longitude,
    longitude,
    channel: readCode(cells, "channel", channelOf, (code) => CHANNEL_IN_FILES[code]),
    platforms: readNames(cells, "platforms"),
    technologies: readTechnologies(cells, "technologies"),
    themes: readList(cells, "themes"),
    checked_at: readDate(cells, "checked_at"),
  };
}
