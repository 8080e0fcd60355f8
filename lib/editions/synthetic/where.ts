import type { ChannelCode } from "@/lib/codes/types";
import type { Plan } from "./plan";
import { DEPARTMENTS, REGION_CODES, pickDepartment, pickRegion, type PlaceCode } from "./places";
import { pick, pickWeighted, rowRandom } from "./random";

/** Where a row is. */
export type Where = { region: PlaceCode; department: string };

const GRAND_PARIS = ["92", "93", "94"] as const;

/** Region and département of an organisation; a shared platform's second one is where its first is. */
export function whereIs(plan: Plan, row: number): Where {
  const type = plan.typeOf(row);
  const rank = plan.rankOf(row);
  if (type === "REG") {
    const region = REGION_CODES[(rank ?? 0) % REGION_CODES.length] as PlaceCode;
    return { region, department: pickDepartment(rowRandom(plan.options.seed, "seat", row), region) };
  }
  // A step prime to the number of départements, so that neighbours in the file are not neighbours on the map.
  if (type === "DEP") return DEPARTMENTS[((rank ?? 0) * 37) % DEPARTMENTS.length] as Where;
  const random = rowRandom(plan.options.seed, "where", row);
  if (type === "EPT") return { region: "IDF-11", department: pick<string>(random, GRAND_PARIS) };
  const owner = plan.slotOf(row)?.owner ?? row;
  if (owner !== row) return whereIs(plan, owner);
  const region = pickRegion(random, type === "COM" || type === "AGCT" || type === "OACT");
  return { region, department: pickDepartment(random, region) };
}

/** The one platform for the whole country, last of the file. */
export const nationalPlatform = (plan: Plan): number => plan.options.platforms - 1;

/** Region of a platform open to many organisations: one in each large region first, then as the organisations are. */
function pooledRegion(plan: Plan, platform: number): PlaceCode {
  const rank = platform - plan.firstPooled;
  return REGION_CODES[rank] ?? pickRegion(rowRandom(plan.options.seed, "pool", platform), false);
}

/** Region of a platform. */
export function platformRegion(plan: Plan, platform: number): PlaceCode {
  const owner = plan.ownerOf(platform);
  return owner === null ? pooledRegion(plan, platform) : whereIs(plan, owner).region;
}

const pools = new WeakMap<Plan, Map<PlaceCode, number[]>>();

function poolsOf(plan: Plan): Map<PlaceCode, number[]> {
  const known = pools.get(plan);
  if (known) return known;
  const byRegion = new Map<PlaceCode, number[]>();
  for (let platform = plan.firstPooled; platform < nationalPlatform(plan); platform++) {
    const region = pooledRegion(plan, platform);
    const pool = byRegion.get(region);
    if (pool) pool.push(platform);
    else byRegion.set(region, [platform]);
  }
  pools.set(plan, byRegion);
  return byRegion;
}

/** How an organisation publishes, and on which platform of the file when it is not only on the national one. */
export type Publication = { channel: ChannelCode; platform: number | null };

// 191 of 1,060 rows have a platform of their own; with these weights 55 in a hundred publish on data.gouv.fr only.
const WITH_SLOT = { ptf: 55, both: 45 };
const WITHOUT_SLOT = { datagouv: 671, ptf: 240, both: 89 };

export function publicationOf(plan: Plan, row: number): Publication {
  const random = rowRandom(plan.options.seed, "channel", row);
  const slot = plan.slotOf(row);
  if (slot) return { channel: pickWeighted<"ptf" | "both">(random, WITH_SLOT), platform: slot.platform };
  const channel = pickWeighted<ChannelCode>(random, WITHOUT_SLOT);
  const pool = poolsOf(plan).get(whereIs(plan, row).region);
  if (channel === "datagouv" || !pool) return { channel: "datagouv", platform: null };
  return { channel, platform: pick(random, pool) };
}
