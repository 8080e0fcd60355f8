import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { systemBrowser } from "../lib/system-browser.mjs";
import type { Report } from "./report";
import { startServer } from "./server";

/** Asked of npm when it is run, for one use: it weighs more than the dashboard. */
const LIGHTHOUSE = "lighthouse@13.5.0";

type Result = {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { displayValue?: string }>;
};

/** What Lighthouse says of the overview and of the list, on a phone it imitates and on a desk. */
export async function benchLighthouse(report: Report, dataDir: string): Promise<void> {
  report.table(
    "Lighthouse",
    `${LIGHTHOUSE}, scores of 100; the phone is imitated, four times slower than this machine.`,
  );
  const folder = mkdtempSync(join(tmpdir(), "observatory-lighthouse-"));
  const server = await startServer(dataDir);
  try {
    for (const path of ["/", "/organisations"])
      for (const device of ["phone", "desk"]) {
        const file = join(folder, "report.json");
        const flags = "--headless=new --no-sandbox --disable-background-networking --disable-quic";
        await promisify(execFile)(
          "npm",
          [
            ...["exec", "--yes", `--package=${LIGHTHOUSE}`, "--", "lighthouse", server.url + path],
            ...["--quiet", "--output=json", `--output-path=${file}`, `--chrome-flags=${flags}`],
            ...[
              "--only-categories=performance,accessibility,best-practices,seo",
              "--no-enable-error-reporting",
            ],
            ...(device === "desk" ? ["--preset=desktop"] : []),
          ],
          { env: { ...process.env, CHROME_PATH: systemBrowser() }, maxBuffer: 1e8 },
        );
        const { categories, audits } = JSON.parse(readFileSync(file, "utf8")) as Result;
        const score = (name: string) => Math.round(100 * (categories[name]?.score ?? Number.NaN));
        const shown = (name: string) => audits[name]?.displayValue?.replace(/\s/g, " ") ?? "?";
        report.row({
          what: `${path}, ${device}`,
          figure: `performance ${score("performance")}, accessibility ${score("accessibility")}`,
          ratio: `best practices ${score("best-practices")}, SEO ${score("seo")}; largest paint ${shown("largest-contentful-paint")}, shift ${shown("cumulative-layout-shift")}, blocked ${shown("total-blocking-time")}`,
          target: "≥ 90, 100",
        });
      }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
