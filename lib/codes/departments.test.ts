import { expect, test } from "vitest";
import { loadRegister } from "@/lib/editions/register";
import { DEPARTMENTS } from "./departments";

test("names of départements are those of the register", async () => {
  const { departments } = await loadRegister();
  const named = departments.map(({ code, name }) => [code, name.replaceAll("'", "’")]);
  expect(DEPARTMENTS).toEqual(Object.fromEntries(named));
});
