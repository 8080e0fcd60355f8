import { expect, test } from "vitest";
import { fileName, whatOf } from "@/lib/export/format-names";
import { indicators } from "@/lib/indicators";
import { TABLE_NAMES } from "@/lib/queries/tables";
import { OPERATIONS } from "./operations";

const LISTS = OPERATIONS.flatMap(({ list }) => (list ? [list] : []));
/** Names in addresses are free: those of lists, of indicators and of editions among them. */
const FREE = new Set([
  ...LISTS.map(({ name }) => name),
  ...indicators.map(({ id }) => id),
  ...["by", "a-corrections"],
]);

test("no two files of an edition have one name", () => {
  const names = [
    ...LISTS.map(({ name }) => name),
    ...LISTS.filter(({ patchable }) => patchable).map(({ name }) => `${name}-corrections`),
    ...indicators.map(({ id }) => whatOf("indicator", id)),
    ...TABLE_NAMES.map((name) => whatOf("table", name)),
    ...["organisations", "plateformes"].map((name) => whatOf("source", name)),
    ...[...FREE].map((slug) => whatOf("platform", slug)),
    ...["213500010", "384452611"].map((siren) => whatOf("organisation", siren)),
  ].map((what) => fileName("2022-10", what, "csv"));
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

test("an indicator may have the name of a list", () => {
  const lists = new Set(LISTS.map(({ name }) => name));
  expect(indicators.filter(({ id }) => lists.has(id)).map(({ id }) => id)).toContain("platforms");
});
