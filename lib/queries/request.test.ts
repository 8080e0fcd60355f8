import { expect, test } from "vitest";
import { organisations } from "./organisations";
import { BadAddress, readListAddress } from "./request";

const read = (search: string) => readListAddress(organisations, new URLSearchParams(search), []);

/** What is refused of an address. */
function refusedOf(search: string) {
  try {
    read(search);
  } catch (cause) {
    if (cause instanceof BadAddress) return cause.errors;
    throw cause;
  }
  return [];
}

test("a sort by one column both ways is refused, with the remedy", () => {
  for (const search of ["sort=-name,name", "sort=name&sort=population,-name"])
    expect(refusedOf(search), search).toEqual([
      { parameter: "sort", message: "sorts by name both ways: keep name or -name" },
    ]);
});

test("columns named twice are those columns", () => {
  expect(read("sort=-population,name,-population").request.sort).toEqual(["-population", "name"]);
  expect(read("columns=name,siren,name").columns).toEqual(["siren", "name"]);
});
