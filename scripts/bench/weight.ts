import { get } from "node:http";
import { sitePages } from "@/lib/api/pages";
import type { Report } from "./report";
import { startServer } from "./server";

/** Bytes of an answer as they travel, compressed. */
const sent = (url: string) =>
  new Promise<number>((settle, refuse) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (piece: Buffer) => (bytes += piece.length));
      answer.on("end", () => settle(bytes));
    }).on("error", refuse);
  });

/** What each page of the site makes a browser fetch, compressed. */
export async function benchWeight(report: Report, dataDir: string): Promise<void> {
  const server = await startServer(dataDir);
  try {
    report.table(
      "Weight of pages",
      "Kilobytes as they travel, compressed; scripts named by the page, those of every page among them.",
    );
    const known = new Map<string, number>();
    for (const { path } of sitePages) {
      const html = await (await fetch(server.url + path)).text();
      const kilobytes = async (pattern: RegExp) => {
        let sum = 0;
        for (const file of new Set(html.match(pattern))) {
          if (!known.has(file)) known.set(file, await sent(server.url + file));
          sum += known.get(file) ?? 0;
        }
        return Math.round(sum / 1000);
      };
      const page = Math.round((await sent(server.url + path)) / 1000);
      const scripts = await kilobytes(/\/_next\/static\/[^"\\?]+\.js/g);
      const styles = await kilobytes(/\/_next\/static\/[^"\\?]+\.css/g);
      report.row({
        what: path,
        figure: `scripts ${scripts} kB`,
        ratio: `page ${page} kB, styles ${styles} kB`,
      });
    }
  } finally {
    await server.stop();
  }
}
