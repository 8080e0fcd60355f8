import { expect, it } from "vitest";
import {
  apiHref,
  editionHref,
  localHref,
  organisationHref,
  pageHref,
  platformHref,
  queryString,
  rowsHref,
} from "./links";

it("leaves out what is empty and joins lists by commas", () => {
  expect(queryString({ type: ["COM", "CC"], q: "", page: null, sort: "-population" })).toBe(
    "?type=COM,CC&sort=-population",
  );
  expect(queryString({})).toBe("");
});

it("escapes what an address can't hold", () => {
  expect(queryString({ theme: ["Énergie & eau"], q: "a+b" })).toBe("?theme=%C3%89nergie%20%26%20eau&q=a%2Bb");
});

it("keeps the edition that was named and the basis that is not the default", () => {
  expect(pageHref("/organisations", { edition: undefined, basis: "corrected" })).toBe("/organisations");
  expect(pageHref("/organisations", { edition: "2022-10", basis: "file" }, { q: "agen" })).toBe(
    "/organisations?q=agen&basis=file&edition=2022-10",
  );
  expect(
    rowsHref({ list: "platforms", filters: { type: ["Portail"] } }, { edition: "demo", basis: "corrected" }),
  ).toBe("/plateformes?type=Portail&edition=demo");
});

it("names the edition in the path of the API", () => {
  expect(apiHref("2022-10", "indicators/by-type", "file", { format: "csv" })).toBe(
    "/api/v1/editions/2022-10/indicators/by-type?format=csv&basis=file",
  );
});

it("prefixes English only", () => {
  expect(localHref("fr", "/organisations?q=a")).toBe("/organisations?q=a");
  expect(localHref("en", "/")).toBe("/en");
  expect(localHref("en", "/?edition=demo")).toBe("/en?edition=demo");
  expect(localHref("en", "/organisations")).toBe("/en/organisations");
});

it("keeps filters and order from edition to edition, not the page", () => {
  expect(editionHref("fr", "/", "", "demo")).toBe("/?edition=demo");
  expect(
    editionHref("en", "/organisations", "?type=COM,CC&edition=2022-10&page=3&sort=-population", "demo"),
  ).toBe("/en/organisations?type=COM,CC&edition=demo&sort=-population");
});

it("names organisations by their SIREN and platforms by their slug", () => {
  expect(pageHref(organisationHref("213500010"), { edition: "demo", basis: "corrected" })).toBe(
    "/organisations/213500010?edition=demo",
  );
  expect(platformHref("data-rennes-metropole")).toBe("/plateformes/data-rennes-metropole");
});
