import { z } from "zod";
import shapesFile from "./shapes.json";

const shape = z.strictObject({
  /** SVG path of `M`, `l` and `z`, in units of the map. */
  path: z.string(),
  /** Left, top, width, height. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Codes of the territories of the same level that share a border. */
  neighbours: z.array(z.string()),
});
const departmentShape = shape.extend({ region: z.string() });

const file = z
  .strictObject({
    source: z.string(),
    departments: z.record(z.string(), departmentShape),
    regions: z.record(z.string(), shape),
  })
  .parse(shapesFile);

export type Shape = z.output<typeof shape>;
export type Level = "region" | "department";

/** Outlines of the 101 départements and the 18 régions, by code, in the plane of `frames.ts`. */
export const SHAPES: Readonly<Record<Level, ReadonlyMap<string, Shape>>> = {
  department: new Map(Object.entries(file.departments)),
  region: new Map(Object.entries(file.regions)),
};
/** Whose drawings they are. */
export const SHAPES_SOURCE = file.source;

/** The region of a département; undefined when it is in none of the 18. */
export function regionOfDepartment(code: string): string | undefined {
  return file.departments[code]?.region;
}

/** The départements of a région, by code. */
export function departmentsOfRegion(region: string): string[] {
  return Object.entries(file.departments)
    .filter(([, department]) => department.region === region)
    .map(([code]) => code)
    .toSorted();
}

/** The level of a territory's code; undefined for a code that is neither a région's nor a département's. */
export function levelOf(code: string): Level | undefined {
  if (SHAPES.region.has(code)) return "region";
  return SHAPES.department.has(code) ? "department" : undefined;
}
