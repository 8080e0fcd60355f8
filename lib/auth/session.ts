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

/** What a cookie of ours holds; null when it is none. @param salt as it was sealed with, when it is not a session */
export async function unseal(sealed: string, salt = ""): Promise<JWT | null> {
  try {
    return await decode({ token: sealed, secret: authSecret(), salt });
  } catch (cause) {
    // Damaged, out of date or sealed with another secret: it is no session. A fault of ours must not look like it. The
    // name of an error does not outlive a build; its code does.
    if (!/^ERR_(JW|JOSE)/.test(String((cause as { code?: unknown }).code))) throw cause;
    return null;
  }
}

/** Who works is not idle: the cookie is made anew every few minutes, keeping the moment the session began. */
async function prolong(token: JWT): Promise<void> {
  const { sub, version, since, idToken } = token;
  const { name, options } = sessionCookie();
  const sealed = await seal({ sub, version, since, ...(idToken !== undefined && { idToken }) });
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${IDLE_S}${options.secure ? "; Secure" : ""}`;
  appendCookie(`${name}=${sealed}; ${flags}`);
}

/** Whether the request brings a session, good or not: what it is answered may be for its reader alone. */
export async function hasSession(): Promise<boolean> {
  return (await cookies()).has(sessionCookie().name);
}

const currentToken = cache(async (): Promise<JWT | null> => {
  const sealed = (await cookies()).get(sessionCookie().name)?.value;
  return sealed ? unseal(sealed) : null;
});

/** The account signed in, read anew from the store once a request; undefined for an anonymous reader. */
export const currentAccount = cache(async (): Promise<UserTable | undefined> => {
  const token = await currentToken();
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

/** Opens a session in the answer to a form; one that goes on, after a new password, came by the provider as before. */
export async function startSession(account: UserTable): Promise<void> {
  const { name, options } = sessionCookie();
  const before = await currentToken();
  const idToken = before?.sub === account.id ? before.idToken : undefined;
  const sealed = await seal({ ...claimsOf(account), ...(idToken !== undefined && { idToken }) });
  (await cookies()).set(name, sealed, { ...options, maxAge: IDLE_S });
}

/** Ends every session of an account on the server, so that a copied cookie is worth nothing. */
export async function endSessions(account: UserTable, db?: StoreDb): Promise<void> {
  await write(async (tx) => {
    await changeAccount(tx, account.id, {});
    const actor = { id: account.id, name: account.display_name };
    await recordAudit(tx, actor, "session.ended", `user/${account.id}`);
  }, db);
}

/**
 * Signs out: ends the account's sessions and takes the cookie away.
 * @returns the identity token of who came by the provider, where a session is still open; undefined for others
 */
export async function endSession(): Promise<string | undefined> {
  const token = await currentToken();
  const account = await accountOf(token);
  if (account) await endSessions(account);
  (await cookies()).delete(sessionCookie().name);
  return account && token?.idToken;
}
