import { expect, it } from "vitest";
import { contextOver } from "@/tests/support/edition";
import { onceByState } from "./memory";

const edition = { organisations: [{ name: "A" }] };

it("computes once per state, edition and basis", async () => {
  let calls = 0;
  const count = onceByState("calls", async () => ++calls);
  const context = await contextOver(edition);
  expect(await Promise.all([count(context), count(context)])).toEqual([1, 1]);
  expect(await count({ ...context, basis: "file" })).toBe(2);
  expect(await count(await contextOver(edition))).toBe(3);
  expect(await count(context)).toBe(1);
});

it("does not keep a failure", async () => {
  let fails = true;
  const flaky = onceByState("flaky", async () => {
    if (fails) throw new Error("no");
    return "yes";
  });
  const context = await contextOver(edition);
  await expect(flaky(context)).rejects.toThrow("no");
  fails = false;
  expect(await flaky(context)).toBe("yes");
});
