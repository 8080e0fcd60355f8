/**
 * Writes lib/geo/shapes.json, the outlines of régions and départements, from the installed package of the State's
 * design system: `npm run shapes`. A test compares the committed file with what this gives.
 */
import { writeFileSync } from "node:fs";
import { makeShapes } from "./lib/shapes";

const lines = (shapes: Record<string, unknown>) =>
  `{\n${Object.entries(shapes)
    .map(([code, shape]) => `    ${JSON.stringify(code)}: ${JSON.stringify(shape)}`)
    .join(",\n")}\n  }`;

const { source, departments, regions } = makeShapes();
writeFileSync(
  new URL("../lib/geo/shapes.json", import.meta.url),
  `{\n  "source": ${JSON.stringify(source)},\n  "departments": ${lines(departments)},\n  "regions": ${lines(regions)}\n}\n`,
);
