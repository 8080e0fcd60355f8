import { describe, expect, it } from "vitest";
import { cycles, importFaults, serverCodeInBrowser } from "./support/layers";
import { PROGRAM, isClient, isServerOnly, parse, type Import } from "./support/source";

describe("imports point one way", () => {
  it("from the pages down to the codes, each package kept by its one place", () => {
    expect(PROGRAM.flatMap(importFaults)).toEqual([]);
  });

  it("without loops", () => {
    expect(cycles()).toEqual([]);
  });

  it("and never carry server code to the browser", () => {
    expect(serverCodeInBrowser(PROGRAM)).toEqual([]);
  });

  it("head the server's layers with server-only", () => {
    const layers = /^lib\/(engine|queries|indicators|store|annotations|auth|env\.ts)/;
    const headed = new Set(PROGRAM.filter(isServerOnly).map(({ path }) => path));
    // A module of shapes, constants and checks alone is harmless anywhere.
    const harmless = ({ specifier, file, typeOnly }: Import) =>
      typeOnly || specifier === "zod" || (file !== undefined && !headed.has(file));
    const bare = PROGRAM.filter(({ path }) => layers.test(path))
      .filter((source) => !isServerOnly(source) && !source.imports.every(harmless))
      .map(({ path }) => path);
    expect(bare).toEqual([]);
  });

  it('keep "use client" on leaves: never a page, a layout or a handler', () => {
    const entries = /(^|\/)(page|layout|route|template|default|loading|not-found)\.tsx?$/;
    expect(
      PROGRAM.filter(isClient)
        .map(({ path }) => path)
        .filter((path) => entries.test(path)),
    ).toEqual([]);
  });
});

describe("these tests see", () => {
  const faultsOf = (path: string, text: string) => importFaults(parse(path, text));

  it.each([
    ["an import that climbs", "lib/codes/a.ts", 'import { run } from "@/lib/engine/run";'],
    ["a relative one", "lib/engine/a.ts", 'export { organisations } from "../queries/organisations";'],
    ["an import on demand", "lib/editions/a.ts", 'const run = () => import("@/lib/engine/run");'],
    ["a package of another place", "lib/queries/a.ts", 'import { LIST } from "@duckdb/node-api";'],
    ["a chart library outside its wrapper", "components/a.tsx", 'import { BarChart } from "@tremor/react";'],
    [
      "a component that asks",
      "components/a.tsx",
      'import { organisations } from "@/lib/queries/organisations";',
    ],
    ["a file of no layer", "lib/misc/a.ts", ""],
  ])("%s", (_what, path, text) => {
    expect(faultsOf(path, text)).toHaveLength(1);
  });

  it("shapes that cross, which are no fault", () => {
    expect(faultsOf("lib/codes/a.ts", 'import type { Manifest } from "@/lib/editions/types";')).toEqual([]);
    expect(faultsOf("components/a.tsx", 'import type { Row } from "@/lib/queries/organisations";')).toEqual(
      [],
    );
  });

  it("server code behind a client module, however far", () => {
    const client = parse("components/a.tsx", '"use client";\nimport "./request";');
    const server = parse("lib/env.ts", 'import "server-only";');
    const between = parse("components/request.ts", 'import "@/lib/env";');
    client.imports[0]!.file = between.path;
    expect(serverCodeInBrowser([client, between, server])).toEqual([
      "components/a.tsx brings lib/env.ts to the browser",
    ]);
  });
});
