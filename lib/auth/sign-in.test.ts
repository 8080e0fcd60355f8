import { expect, it, vi } from "vitest";
import * as argon2 from "@node-rs/argon2";
import type { StoreDb } from "@/lib/store";
import { onBothStores } from "@/tests/support/opened-store";
import { addAccount } from "./accounts";
import { allowSignIn, rememberAddress } from "./limits";
import { setDisabled } from "./manage";
import { signInWithPassword } from "./sign-in";

// The real functions, counted.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});
const hashes = vi.mocked(argon2.verify);

/** Tries of each kind of account, whose times are compared: TRIES=200. On a busy machine a few tell nothing. */
const TRIES = Number(process.env.TRIES ?? 0);

const CLI = { id: null, name: "command line" };
const PASSWORD = "trois oies sur un toit";
let people = 0;
const someone = async (db: StoreDb) => {
  const email = `person-${people++}@exemple.fr`;
  const id = await addAccount(CLI, { email, name: "Ada", role: "editor", password: PASSWORD }, db);
  return { id, email };
};

onBothStores("signing in", (store) => {
  it("takes the right password, whatever the case of the address", async () => {
    const { id, email } = await someone(store());
    const answer = await signInWithPassword(
      { email: ` ${email.toUpperCase()} `, password: PASSWORD },
      "a1",
      store(),
    );
    expect(answer).toMatchObject({ account: { id, email } });
  });

  it("gives unknown, closed and known accounts one answer, with one hash each", async () => {
    await addAccount(
      CLI,
      { email: "chief@exemple.fr", name: "C", role: "admin", password: PASSWORD },
      store(),
    );
    const [open, closed] = [await someone(store()), await someone(store())];
    await setDisabled(CLI, closed.id, true, store());
    for (const [email, password] of [
      [open.email, "not the password"],
      [closed.email, PASSWORD],
      ["nobody@exemple.fr", PASSWORD],
    ] as const) {
      hashes.mockClear();
      expect(await signInWithPassword({ email, password }, "a2", store())).toEqual({
        refused: "credentials",
      });
      expect(hashes, email).toHaveBeenCalledTimes(1);
    }
  });

  it.runIf(TRIES > 0)(
    "takes as long for an unknown, a closed and a known account",
    async () => {
      // Ten tries an account are let through.
      const people = await Promise.all(
        Array.from({ length: 2 * Math.ceil(TRIES / 10) }, () => someone(store())),
      );
      const closed = people.filter((_, index) => index % 2);
      for (const { id } of closed) await setDisabled(CLI, id, true, store());
      const known = people.filter((_, index) => !(index % 2));
      const taken: Record<"unknown" | "closed" | "known", number[]> = { unknown: [], closed: [], known: [] };
      for (let turn = 0; turn < TRIES; turn++) {
        const which = Math.floor(turn / 10);
        const emails = [
          ["unknown", `nobody-${turn}@exemple.fr`],
          ["closed", closed[which]!.email],
          ["known", known[which]!.email],
        ] as const;
        // Each comes first, second and last as often.
        for (const place of [0, 1, 2]) {
          const [kind, email] = emails[(turn + place) % 3]!;
          const began = performance.now();
          const given = { email, password: "not the password" };
          expect(await signInWithPassword(given, `${kind}-${turn}`, store())).toEqual({
            refused: "credentials",
          });
          taken[kind].push(performance.now() - began);
        }
      }
      // A pause of the machine falls on one try: the median leaves it out, the mean does not.
      const times = Object.values(taken).map((all) => all.toSorted((a, b) => a - b)[TRIES >> 1]!);
      console.log(Object.keys(taken), times);
      expect(Math.max(...times) - Math.min(...times)).toBeLessThan(10);
    },
    60_000 + TRIES * 3_000,
  );

  it("lets at most twenty of a thousand guesses at one account reach the hash, its owner still coming in", async () => {
    const { id, email } = await someone(store());
    await signInWithPassword({ email, password: PASSWORD }, "home", store());
    hashes.mockClear();
    const guesses = Array.from({ length: 1000 }, (_, guess) => `address-${guess}`);
    for (const address of guesses) await signInWithPassword({ email, password: "guess" }, address, store());
    expect(hashes.mock.calls.length).toBeGreaterThan(0);
    expect(hashes.mock.calls.length).toBeLessThanOrEqual(20);
    expect(await signInWithPassword({ email, password: PASSWORD }, "elsewhere", store())).toEqual({
      refused: "throttled",
    });
    expect(await signInWithPassword({ email, password: PASSWORD }, "home", store())).toMatchObject({
      account: { id },
    });
  }, 120_000);

  it("lets at most thirty of a thousand accounts tried from one address reach the hash", async () => {
    hashes.mockClear();
    for (let guess = 0; guess < 1000; guess++)
      await signInWithPassword({ email: `guess-${guess}@exemple.fr`, password: "guess" }, "one", store());
    expect(hashes.mock.calls.length).toBeGreaterThan(0);
    expect(hashes.mock.calls.length).toBeLessThanOrEqual(30);
  }, 120_000);
});

onBothStores("the limits", (store) => {
  const NOON = Date.parse("2022-12-31T12:00:00Z");
  const tries = async (count: number, at: number, address: string) => {
    const allowed = await Promise.all(
      Array.from({ length: count }, () => allowSignIn("a@exemple.fr", address, at, store())),
    );
    return allowed.filter(Boolean).length;
  };

  it("hold when attempts come together, and start anew with the next quarter of an hour", async () => {
    expect(await tries(25, NOON, "x")).toBe(10);
    expect(await tries(1, NOON + 14 * 60_000, "y")).toBe(0);
    expect(await tries(25, NOON + 15 * 60_000, "x")).toBe(10);
  });

  it("remember an owner's address for thirty days, and forget old counts", async () => {
    await rememberAddress("a@exemple.fr", "home", NOON, store());
    await tries(20, NOON + 3_600_000, "x");
    expect(await tries(1, NOON + 3_600_000, "home")).toBe(1);
    await rememberAddress("b@exemple.fr", "home", NOON + 31 * 86_400_000, store());
    const left = await store().selectFrom("attempt").select("key").execute();
    expect(left.map(({ key }) => key.split(":")[0])).toEqual(["known"]);
    expect(JSON.stringify(left)).not.toMatch(/exemple|home/);
  });
});
