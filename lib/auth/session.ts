import "server-only";
import { cookies } from "next/headers";
import { decode, encode, type JWT } from "next-auth/jwt";
import { cache } from "react";
import { write, type StoreDb, type UserTable } from "@/lib/store";
import { recordAudit } from "@/lib/store/audit";
import { appendCookie } from "@/lib/response-status";
import { sessionUserOf } from "./accounts";
import { accountOf, claimsOf, IDLE_S, isDueAnew } from "./claims";
import { AccessRefused } from "./errors";
import { changeAccount } from "./manage";
import { authSecret, siteUrl } from "./secret";
import type { SessionUser } from "./types";

const isSecure = () => siteUrl().startsWith("https:");

/** The session's cookie, as next-auth names it. */
export const sessionCookie = () => ({
  name: isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token",
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure() },
});

const seal = (token: JWT) => encode({ token, secret: authSecret(), maxAge: IDLE_S });

async function unseal(sealed: string): Promise<JWT | null> {
  try {
    return await decode({ token: sealed, secret: authSecret() });
  } catch (cause) {
    // Damaged, out of date or sealed with another secret: it is no session. A fault of ours must not look like it. The
    // name of an error does not outlive a build; its code does.
    if (!/^ERR_(JW|JOSE)/.test(String((cause as { code?: unknown }).code))) throw cause;
    return null;
  }
}

/** Who works is not idle: the cookie is made anew every few minutes, keeping the moment the session began. */
async function prolong(token: JWT): Promise<void> {
  const { sub, version, since } = token;
  const { name, options } = sessionCookie();
  const sealed = await seal({ sub, version, since });
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${IDLE_S}${options.secure ? "; Secure" : ""}`;
  appendCookie(`${name}=${sealed}; ${flags}`);
}

/** Whether the request brings a session, good or not: what it is answered may be for its reader alone. */
export async function hasSession(): Promise<boolean> {
  return (await cookies()).has(sessionCookie().name);
}

/** The account signed in, read anew from the store once a request; undefined for an anonymous reader. */
export const currentAccount = cache(async (): Promise<UserTable | undefined> => {
  const sealed = (await cookies()).get(sessionCookie().name)?.value;
  if (!sealed) return undefined;
  const token = await unseal(sealed);
  const account = await accountOf(token);
  if (account && token && isDueAnew(token)) await prolong(token);
  return account;
});

/** Who is signed in, or undefined. Anonymous readers ask the store nothing. */
export async function currentUser(): Promise<SessionUser | undefined> {
  const account = await currentAccount();
  return account && sessionUserOf(account);
}

/** Who is signed in, editor or administrator: the first line of every action and read of drafts. @throws AccessRefused */
export async function requireEditor(): Promise<SessionUser> {
  const user = await currentUser();
  if (!user) throw new AccessRefused(401);
  return user;
}

/** The administrator signed in. @throws AccessRefused */
export async function requireAdmin(): Promise<SessionUser> {
  const user = await requireEditor();
  if (user.role !== "admin") throw new AccessRefused(403);
  return user;
}

/** Opens a session in the answer to a form. */
export async function startSession(account: UserTable): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await seal(claimsOf(account)), { ...options, maxAge: IDLE_S });
}

/** Ends every session of an account on the server, so that a copied cookie is worth nothing. */
export async function endSessions(account: UserTable, db?: StoreDb): Promise<void> {
  await write(async (tx) => {
    await changeAccount(tx, account.id, {});
    const actor = { id: account.id, name: account.display_name };
    await recordAudit(tx, actor, "session.ended", `user/${account.id}`);
  }, db);
}

/** Signs out: ends the account's sessions and takes the cookie away. */
export async function endSession(): Promise<void> {
  const account = await currentAccount();
  if (account) await endSessions(account);
  (await cookies()).delete(sessionCookie().name);
}
