import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { realFiles } from "./support/editions.mjs";

/** Ids of the editions the server under test holds; the real one only where its files are. */
export const EDITIONS = { demo: "demo", real: realFiles() ? "2022-10" : undefined } as const;

export type Locale = "fr" | "en";
export type Theme = "light" | "dark";

/** Widths every page must look right at. */
export const VIEWPORTS = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
} as const;

/** Language, theme and width: each pair of them is seen in four looks, of eight there are. */
export const LOOKS = [
  ["fr", "light", "phone"],
  ["fr", "dark", "desktop"],
  ["en", "light", "desktop"],
  ["en", "dark", "phone"],
] as const;

/** The same page in a language: French at the root, English under /en. */
export function localised(path: string, locale: Locale): string {
  return locale === "fr" ? path : `/en${path === "/" ? "" : path}`;
}

/** Shows pages in a theme, by the preference of the reader's system, which the site follows by default. */
export async function useTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
}

/** Fails with every accessibility fault of the page as it is, each with the elements concerned. */
export async function expectAccessible(page: Page): Promise<void> {
  // In one go, and without the thousands of elements that are right: a fourth of the time for the same faults.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  const faults = violations.map(
    ({ id, impact, help, nodes }) =>
      `${impact} ${id}: ${help}\n  ${nodes.map((node) => node.target.join(" ")).join("\n  ")}`,
  );
  expect(faults, `accessibility of ${page.url()}`).toEqual([]);
}

/** Writes down what no page may do: speak in the console, throw, or reach another host. Other hosts are not reached. */
async function watch(
  context: BrowserContext,
  baseURL: string,
  expected: readonly RegExp[],
): Promise<string[]> {
  const problems: string[] = [];
  const add = (problem: string) => {
    if (!expected.some((pattern) => pattern.test(problem))) problems.push(problem);
  };
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      add(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (fault) => add(`uncaught: ${String(fault.error())}`));
  const host = new URL(baseURL).host;
  // Watched, not intercepted: a browser whose requests are intercepted keeps nothing in its cache. No other name is found.
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== host) add(`reached out: ${request.url()}`);
  });
  return problems;
}

type Options = {
  /** Messages that a test provokes on purpose, e.g. the browser's own line about a 404. */
  expectedProblems: readonly RegExp[];
};

/**
 * Playwright's test, which also fails when any page of the test writes a warning or an error to the console, throws,
 * or asks another host for anything.
 */
export const test = base.extend<Options & { problems: string[] }>({
  expectedProblems: [[], { option: true }],
  problems: [
    async ({ context, baseURL, expectedProblems }, use) => {
      const problems = await watch(context, baseURL ?? "", expectedProblems);
      await use(problems);
      expect(problems, "console messages, uncaught errors and requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
