import { describe, expect, it } from "vitest";
import { embedHref, iframeHtml, indicatorAddress } from "./embed";
import { markdownPath, pageAt, twinPaths } from "./twins";

describe("twins of a page", () => {
  it("are at its path with an extension, the first page’s at /index.md", () => {
    expect(markdownPath("/")).toBe("/index.md");
    expect(twinPaths("/indicateurs/by-type")).toEqual({ "text/markdown": "/indicateurs/by-type.md" });
    expect(twinPaths("/organisations/213500010")).toEqual({
      "text/markdown": "/organisations/213500010.md",
      "application/json": "/organisations/213500010.json",
    });
  });
  it("are those of public pages alone", () => {
    expect(twinPaths("/recherche")).toEqual({});
    expect(twinPaths("/admin")).toEqual({});
    expect(pageAt("/organisations/1/2")).toBeUndefined();
    expect(pageAt("/territoires/35")).toEqual({ pattern: "/territoires/[code]", segments: { code: "35" } });
  });
});

describe("a frame", () => {
  it("keeps the view of its figure, defaults unwritten", () => {
    const view = { id: "by-region", edition: "2022-10", basis: "file", show: "map" } as const;
    expect(embedHref({ ...view, locale: "en" })).toBe(
      "/en/embed/indicateurs/by-region?edition=2022-10&basis=file&show=map",
    );
    expect(
      embedHref({ id: "actors", locale: "fr", edition: undefined, basis: "corrected", show: "chart" }),
    ).toBe("/embed/indicateurs/actors");
    expect(embedHref({ ...view, locale: "fr", show: "chart", theme: "dark" })).toBe(
      "/embed/indicateurs/by-region?edition=2022-10&basis=file&theme=dark",
    );
    expect(embedHref({ ...view, locale: "fr", theme: "auto" })).not.toContain("theme");
  });
  it("is one element whose title and address can’t end their quotes", () => {
    expect(iframeHtml({ src: "https://a/?b=1&c=2", title: 'Un "titre" <x>', height: 10 })).toBe(
      '<iframe src="https://a/?b=1&amp;c=2" title="Un &quot;titre&quot; &lt;x&gt;" width="100%" height="10" style="border:0" loading="lazy"></iframe>',
    );
  });
  it("is offered for pages of indicators of this site, in both languages", () => {
    const site = "https://observatoire.fr";
    expect(indicatorAddress(`${site}/en/indicateurs/by-type?basis=file`, site)).toMatchObject({
      id: "by-type",
      locale: "en",
    });
    expect(indicatorAddress(`${site}/embed/indicateurs/by-type`, site)).toMatchObject({ locale: "fr" });
    for (const other of [
      "https://evil.fr/indicateurs/by-type",
      `${site}/organisations`,
      "by-type",
      "javascript:1",
    ])
      expect(indicatorAddress(other, site), other).toBeUndefined();
  });
});
