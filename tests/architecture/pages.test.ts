import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LISTS, TWINS } from "@/app/api/_twins/pages";
import { pageFamilies, sitePages } from "@/lib/api/pages";
import { ROOT } from "./support/source";

/** Signing in and the editors' pages are for those who know of them. */
const PRIVATE = /^\/(connexion|admin)(\/|$)/;

/** What stands beside pages (`@panel`) is no page. Paths of the pages, those with a parameter as `/territoires/[code]`. */
function pagesOfTheSite(): string[] {
  return readdirSync(join(ROOT, "app/[locale]"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file) && !/[_(@]|\[\.\.\./.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`)
    .filter((path) => !PRIVATE.test(path));
}

describe("the pages of the site", () => {
  it("are all in lib/api/pages.ts, where the search and the site map find them, and no other is", () => {
    const alone = pagesOfTheSite().filter((path) => !path.includes("["));
    expect(sitePages.map(({ path }) => path).toSorted()).toEqual(alone.toSorted());
  });

  it("of single things too, in pageFamilies", () => {
    const families = pagesOfTheSite().filter((path) => path.includes("["));
    expect(pageFamilies.toSorted()).toEqual(families.toSorted());
  });

  it("have their Markdown twin, but for those not for search engines (app/api/_twins/pages.ts)", () => {
    const public_ = sitePages.filter(({ hidden }) => !hidden).map(({ path }) => path);
    expect(Object.keys(TWINS).toSorted()).toEqual([...public_, ...pageFamilies].toSorted());
    expect(LISTS.filter((path) => !(path in TWINS))).toEqual([]);
  });
});
