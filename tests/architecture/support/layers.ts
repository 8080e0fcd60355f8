import { PROGRAM, isClient, isServerOnly, type Import, type Source } from "./source";

/** Layers from the ground up: each may use those before it (and itself), never those after. */
export const LAYERS = [
  // Known to all: settings, codes, words, formats.
  ["lib/env.ts", "lib/response-status.ts", "lib/version.ts", "lib/xml.ts", "lib/codes"],
  ["lib/watch"],
  ["lib/i18n", "lib/glossary.ts", "lib/glossary", "lib/format.ts", "lib/links.ts", "lib/markdown"],
  ["lib/editions", "lib/geo"],
  ["lib/engine"],
  ["lib/queries"],
  ["lib/indicators"],
  ["lib/store"],
  ["lib/annotations"],
  ["lib/auth"],
  ["lib/publication"],
  ["lib/export"],
  ["lib/api"],
  ["lib/http"],
  ["lib/explorer"],
  ["components"],
  ["app"],
] as const;

/** Those that a component may know the shapes of, but never call. */
const BEHIND_PAGES =
  /^lib\/(engine|queries|indicators|store|annotations|auth|publication|export|api|http|editions|watch|env\.ts)(\/|$)/;

/** Packages that one place keeps for itself. */
const KEPT: readonly { package: string; by: RegExp }[] = [
  { package: "@duckdb/node-api", by: /^lib\/engine\// },
  { package: "@tremor/react", by: /^components\/charts\/tremor\.tsx$/ },
  { package: "@etalab/decoupage-administratif", by: /^lib\/editions\// },
  { package: "decoupage-administratif-2023", by: /^lib\/editions\// },
  { package: "kysely", by: /^lib\/(store|annotations|auth)\// },
  { package: "libsql", by: /^lib\/store\// },
  { package: "pg", by: /^lib\/store\// },
  { package: "pino", by: /^lib\/watch\// },
  { package: "prom-client", by: /^lib\/watch\// },
  { package: "@opentelemetry", by: /^lib\/watch\// },
  { package: "exceljs", by: /^lib\/export\// },
  { package: "@duckdb/duckdb-wasm", by: /^lib\/explorer\// },
  { package: "apache-arrow", by: /^lib\/explorer\// },
  { package: "hyparquet", by: /^lib\/explorer\// },
  { package: "hyparquet-writer", by: /^lib\/explorer\// },
];

/** Place of a file in LAYERS; undefined when no layer holds it. */
export function layerOf(path: string): number | undefined {
  const rank = LAYERS.findIndex((names) =>
    names.some((name) => path === name || path.startsWith(`${name}/`)),
  );
  return rank === -1 ? undefined : rank;
}

/** Modules that hold nothing but shapes, which cross layers. */
const shapesOnly = ({ file, typeOnly }: Import) =>
  typeOnly && file !== undefined && /(^|\/|-)types\.ts$/.test(file);

/** What is wrong with one file's imports, a line a fault. */
export function importFaults(source: Source): string[] {
  const own = layerOf(source.path);
  if (own === undefined)
    return [`${source.path} belongs to no layer: name it in tests/architecture/support/layers.ts`];
  const faults: string[] = [];
  for (const one of source.imports) {
    const kept = KEPT.find(
      (rule) => one.specifier === rule.package || one.specifier.startsWith(`${rule.package}/`),
    );
    if (kept && !kept.by.test(source.path))
      faults.push(`${source.path} imports ${one.specifier}, kept by ${kept.by}`);
    if (one.file === undefined || shapesOnly(one)) continue;
    const theirs = layerOf(one.file);
    if (theirs !== undefined && theirs > own)
      faults.push(`${source.path} imports ${one.file}, which is above it`);
    if (source.path.startsWith("components/") && !one.typeOnly && BEHIND_PAGES.test(one.file)) {
      faults.push(`${source.path} imports ${one.file}: pages ask, components show`);
    }
  }
  return faults;
}

/** Files that a client module brings to the browser although they are for the server only. */
export function serverCodeInBrowser(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const faults: string[] = [];
  for (const client of sources.filter(isClient)) {
    const seen = new Set<string>([client.path]);
    const queue = [client];
    for (let next = queue.pop(); next; next = queue.pop()) {
      if (isServerOnly(next)) faults.push(`${client.path} brings ${next.path} to the browser`);
      for (const { file, typeOnly } of next.imports) {
        const target = file === undefined || typeOnly || seen.has(file) ? undefined : byPath.get(file);
        if (!target) continue;
        seen.add(target.path);
        // Server actions are called across the border, not carried over it.
        if (!/^["']use server["']/.test(target.text)) queue.push(target);
      }
    }
  }
  return faults;
}

/** Loops among files, as "a → b → a". */
export function cycles(sources: readonly Source[] = PROGRAM): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: string[] = [];
  function follow(path: string, trail: string[]): void {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      return;
    }
    if (done.has(path)) return;
    for (const { file, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (file !== undefined && !typeOnly && byPath.has(file)) follow(file, [...trail, path]);
    }
    done.add(path);
  }
  for (const { path } of sources) follow(path, []);
  return found;
}
