import "server-only";
import { createHash } from "node:crypto";
import { ask, type StoreDb } from "@/lib/store";

const WINDOW_MS = 15 * 60_000;
const KNOWN_MS = 30 * 24 * 3_600_000;

/**
 * Attempts allowed in one window of fifteen minutes. Any fifteen minutes meet two windows at most: twenty on an
 * account, thirty from an address. An address from which an account was signed in to has a count of its own, so that
 * who guesses from elsewhere does not shut the owner out.
 */
const MOST = { account: 10, address: 15, owner: 10 } as const;

type Kind = keyof typeof MOST | "known" | "report";

// Neither e-mails nor addresses of visitors are kept: what is compared is their imprint.
const keyOf = (kind: Kind, ...parts: readonly string[]) =>
  `${kind}:${createHash("sha256").update(parts.join("\n")).digest("base64url")}`;

const windowOf = (now: number) => new Date(Math.floor(now / WINDOW_MS) * WINDOW_MS).toISOString();

/** Counts one attempt, in one statement that concurrent ones can't both win. @returns how many there are now */
async function count(db: StoreDb, key: string, window: string): Promise<number> {
  const { count: counted } = await db
    .insertInto("attempt")
    .values({ key, window_start: window, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(["key", "window_start"]).doUpdateSet((eb) => ({ count: eb("attempt.count", "+", 1) })),
    )
    .returning("count")
    .executeTakeFirstOrThrow();
  return counted;
}

/**
 * Counts an attempt to sign in, and says whether it may go on to the password. Unknown accounts are counted alike.
 * @param now moment in milliseconds
 */
export async function allowSignIn(
  email: string,
  address: string,
  now = Date.now(),
  opened?: StoreDb,
): Promise<boolean> {
  return ask(async (db) => {
    const window = windowOf(now);
    const known = await db
      .selectFrom("attempt")
      .select("key")
      .where("key", "=", keyOf("known", email, address))
      .where("window_start", ">", new Date(now - KNOWN_MS).toISOString())
      .limit(1)
      .executeTakeFirst();
    const fromAddress = await count(db, keyOf("address", address), window);
    // An owner behind an address that others use up still gets in.
    if (known) return (await count(db, keyOf("owner", email, address), window)) <= MOST.owner;
    if (fromAddress > MOST.address) return false;
    return (await count(db, keyOf("account", email), window)) <= MOST.account;
  }, opened);
}

/** Remembers that an account was signed in to from an address, and forgets windows that count no more. */
export async function rememberAddress(
  email: string,
  address: string,
  now = Date.now(),
  opened?: StoreDb,
): Promise<void> {
  await ask(async (db) => {
    await count(db, keyOf("known", email, address), windowOf(now));
    const before = (age: number) => new Date(now - age).toISOString();
    await db
      .deleteFrom("attempt")
      .where((eb) =>
        eb.or([
          eb("window_start", "<", before(KNOWN_MS)),
          eb.and([eb("window_start", "<", before(2 * WINDOW_MS)), eb("key", "not like", "known:%")]),
        ]),
      )
      .execute();
  }, opened);
}

/**
 * Counts something else anyone may do without an account, so many times in fifteen minutes an address.
 * @returns whether it may be done
 */
export async function allowReport(address: string, most: number, now = Date.now()): Promise<boolean> {
  return ask(async (db) => (await count(db, keyOf("report", address), windowOf(now))) <= most);
}
