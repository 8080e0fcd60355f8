import { pageFamilies, sitePages } from "./pages";

/** The page of the site that a path is of, and what stands in its parameter; undefined when there is none. */
export function pageAt(path: string): { pattern: string; segments: Record<string, string> } | undefined {
  if (sitePages.some((page) => page.path === path)) return { pattern: path, segments: {} };
  for (const family of pageFamilies) {
    const [start = "", name = ""] = family.split(/[[\]]/);
    const value = path.startsWith(start) ? path.slice(start.length) : "";
    if (value !== "" && !value.includes("/")) return { pattern: family, segments: { [name]: value } };
  }
  return undefined;
}

/** Path of a page's Markdown twin, without its language: `/index.md`, `/organisations.md`. */
export const markdownPath = (path: string): string => (path === "/" ? "/index.md" : `${path}.md`);

/** Paths of the twins of a page, by media type; those of pages not for search engines have none. */
export function twinPaths(path: string): Record<string, string> {
  const hidden = sitePages.some((page) => page.path === path && page.hidden);
  if (hidden || !pageAt(path)) return {};
  const entity = /^\/(organisations|plateformes)\/[^/]+$/.test(path);
  return { "text/markdown": markdownPath(path), ...(entity && { "application/json": `${path}.json` }) };
}
