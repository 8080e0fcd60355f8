import { expect, it } from "vitest";
import { returnPath } from "./return-path";

it.each([
  "//evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "https://evil.example/admin",
  "javascript:alert(1)",
  "admin",
  "/\t/evil.example",
  "/ /evil.example",
  "/%0a\n//evil.example",
  "/./\\evil.example",
  "/.//evil.example",
  "",
  undefined,
])("%j leads home", (given) => {
  expect(returnPath(given, "/admin")).toBe("/admin");
});

it.each([
  ["/en/organisations?type=COM&page=2#row", "/en/organisations?type=COM&page=2#row"],
  ["/a/../admin", "/admin"],
  ["/recherche?q=//evil", "/recherche?q=//evil"],
])("%s is followed as %s", (given, path) => {
  expect(returnPath(given, "/admin")).toBe(path);
});
