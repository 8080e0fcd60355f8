import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fictitiousManifest, writeEdition } from "@/lib/editions/synthetic/write";
import { publishEdition } from "@/lib/editions/publish";
import { oneByOne, quantile } from "./load";
import type { Report } from "./report";
import { AFRESH, startServer } from "./server";

/** Start-up, memory and pages as editions grow. */
export async function benchSizes(report: Report, sizes: readonly number[]): Promise<void> {
  report.table(
    "Size of an edition",
    "A fictitious edition a row, alone in its folder; ratios to the size before.",
  );
  let before: { ready: number; memory: number } | undefined;
  for (const rows of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "observatory-sizes-"));
    const id = `rows-${rows}`;
    const manifest = fictitiousManifest(id, { fr: `${rows} lignes`, en: `${rows} rows` });
    try {
      await publishEdition(folder, id, (target) =>
        writeEdition(target, manifest, { rows, seed: 1, faults: true }),
      );
      const bytes = statSync(join(folder, id, "organisations.csv")).size;
      const server = await startServer(folder);
      try {
        const memory = await server.memory();
        const page = quantile(await oneByOne(`${server.url}/organisations?type=COM`, 20, AFRESH), 0.5);
        await oneByOne(server.url, 1, AFRESH);
        const overview = quantile(await oneByOne(server.url, 20, AFRESH), 0.5);
        const used = await server.memory();
        const ratio = (now: number, then?: number) =>
          then === undefined ? "" : `× ${(now / then).toFixed(1)}`;
        const name = `${rows.toLocaleString("en")} rows (${(bytes / 1e6).toFixed(1)} MB)`;
        report.row({
          ...{ what: `${name}: from start to readiness`, figure: `${(server.readyMs / 1000).toFixed(1)} s` },
          ...{
            ratio: ratio(server.readyMs, before?.ready),
            target: rows > 20_000 ? "" : rows > 2_000 ? "≤ 20 s" : "≤ 5 s",
          },
        });
        report.row({
          ...{ what: `${name}: resident memory, ready`, figure: `${memory.toFixed(0)} MB` },
          ...{ ratio: ratio(memory, before?.memory) },
        });
        report.row({ what: `${name}: resident memory after 41 pages`, figure: `${used.toFixed(0)} MB` });
        report.row({
          what: `${name}: a filtered page, overview`,
          figure: `${page.toFixed(0)} ms, ${overview.toFixed(0)} ms`,
        });
        before = { ready: server.readyMs, memory };
      } finally {
        await server.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
