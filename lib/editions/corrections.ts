import type { OrganisationCells } from "./organisation";
import { repairLongitude } from "./places";
import type { Register } from "./register-types";
import type { OrganisationRecord } from "./types";

/**
 * The corrected basis: what is demonstrably wrong in a row, put right beside the file's value, each repair recorded.
 * Region from the département, population from the register where the SIREN is known to it, longitude's sign for
 * New Caledonia.
 */
export function correct(
  row: OrganisationRecord,
  cells: OrganisationCells,
  register: Register,
): OrganisationRecord {
  const region = (row.department && register.regionOfDepartment.get(row.department)) || row.region_file;
  if (region !== row.region_file)
    cells.note("region_from_department", "region", { value: row.region_file, corrected: region });

  const known = row.siren === null ? null : (register.bySiren.get(row.siren)?.population ?? null);
  const population = known ?? row.population_file;
  if (population !== row.population_file) {
    const value = row.population_file === null ? null : String(row.population_file);
    cells.note("population_from_register", "population", { value, corrected: population });
  }

  const longitude = row.longitude_file === null ? null : repairLongitude(region, row.longitude_file);
  if (longitude !== row.longitude_file) cells.note("longitude_sign", "longitude", { corrected: longitude });

  return { ...row, region, population, longitude };
}
