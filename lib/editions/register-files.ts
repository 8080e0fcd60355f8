import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";

const PACKAGE_2022 = "@etalab/decoupage-administratif";
/** Alias of version 3.1.1: the first state of the package that lists the établissements publics territoriaux. */
const PACKAGE_2023 = "decoupage-administratif-2023";

/** The package's kinds of group, as the observatory writes them. */
export const GROUP_TYPES = { CC: "CC", CA: "CA", CU: "CU", METRO: "MET", MET69: "MET", EPT: "EPT" } as const;

const communeFile = z.array(
  z.object({
    type: z.string(),
    code: z.string(),
    nom: z.string(),
    departement: z.string().optional(),
    siren: z.string().optional(),
    population: z.int().optional(),
  }),
);
const groupFile = z.array(
  z.object({
    code: z.string(),
    nom: z.string(),
    type: z.enum(Object.keys(GROUP_TYPES) as (keyof typeof GROUP_TYPES)[]),
    populationMunicipale: z.int(),
    membres: z.array(z.object({ code: z.string() })),
  }),
);
const departmentFile = z.array(z.object({ code: z.string(), nom: z.string(), region: z.string() }));

export type CommuneRow = z.output<typeof communeFile>[number];
export type GroupRow = z.output<typeof groupFile>[number];
export type DepartmentRow = z.output<typeof departmentFile>[number];

/**
 * Reads a data file of a package. It is found and read at run time from the project's folder, so that 12 MB of JSON
 * stay out of the server's bundle; a bundler can't follow a `createRequire` whose base is only known when it runs.
 */
async function readData<T>(name: string, file: string, schema: z.ZodType<T>): Promise<T> {
  const require = createRequire(join(/* turbopackIgnore: true */ process.cwd(), "package.json"));
  const path = require.resolve(/* turbopackIgnore: true */ `${name}/data/${file}.json`);
  return schema.parse(JSON.parse(await readFile(/* turbopackIgnore: true */ path, "utf8")));
}

/** The four files of the register, as the packages give them. */
export async function readRegisterFiles() {
  const [communes, epci, ept, departments] = await Promise.all([
    readData(PACKAGE_2022, "communes", communeFile),
    readData(PACKAGE_2022, "epci", groupFile),
    readData(PACKAGE_2023, "ept", groupFile),
    readData(PACKAGE_2022, "departements", departmentFile),
  ]);
  return { communes, groups: [...epci, ...ept], departments };
}
