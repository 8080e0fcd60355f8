import { describe, expect, it } from "vitest";
import { hashPassword, passwordFault, verifyPassword } from "./passwords";

describe("a password", () => {
  it("is kept as Argon2id with its cost, another salt each time", async () => {
    const [first, second] = await Promise.all([1, 2].map(() => hashPassword("correct horse battery")));
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=4,p=1\$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword(first!, "correct horse battery")).toBe(true);
    expect(await verifyPassword(first!, "correct horse batterie")).toBe(false);
  });

  it("is the same however its accents are typed", async () => {
    expect(
      await verifyPassword(await hashPassword("un été à la forêt"), "un été à la forêt".normalize("NFD")),
    ).toBe(true);
  });

  it("of nobody is never right, and takes as long", async () => {
    const hash = await hashPassword("correct horse battery");
    await verifyPassword(null, "warm up");
    const timed = async (stored: string | null) => {
      const times: number[] = [];
      for (let i = 0; i < 15; i++) {
        const start = performance.now();
        expect(await verifyPassword(stored, "not the password")).toBe(false);
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[2]!;
    };
    const [known, unknown] = [await timed(hash), await timed(null)];
    expect(unknown / known).toBeGreaterThan(0.6);
    expect(unknown / known).toBeLessThan(1.7);
  });

  it.each([
    ["court", "short"],
    ["x".repeat(129), "long"],
    ["Motdepasse123!", "common"],
    ["aaaaaaaaaaaaaa", "common"],
    ["abcabcabcabcabc", "common"],
    ["123456789012", "common"],
    ["observatoire2022", "common"],
    ["camille.durand1", "personal"],
    ["Camille-Durand-22", "personal"],
    ["trois oies sur un toit", null],
    ["🦆🦆🐢🐢🦊🦊🐝🐝🐙🐙🦉🦉", null],
  ])("%s is %s", (password, fault) => {
    expect(passwordFault(password, ["camille.durand@exemple.fr", "Camille Durand"])).toBe(fault);
  });
});
