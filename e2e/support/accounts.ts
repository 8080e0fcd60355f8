import { execFile } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { request, type APIRequestContext, type BrowserContext } from "@playwright/test";
import { decode, encode } from "next-auth/jwt";
import { folderOf } from "./folder.mjs";

export type Account = { email: string; password: string; name: string; role: "editor" | "admin" };

export const PASSWORD = "trois oies sur un toit";
export const COOKIE = "next-auth.session-token";

const stateDir = () => join(folderOf(process.env.E2E_PORT ?? ""), "state");

/** `npm run user`, on the store of the server under test unless told otherwise. @returns what it printed */
export function userCommand(
  args: readonly string[],
  input = "",
  env: Record<string, string> = {},
): Promise<string> {
  return new Promise((settle, fail) => {
    const options = { env: { ...process.env, STATE_DIR: stateDir(), ...env } };
    const command = ["--conditions=react-server", "--import", "tsx", "scripts/user.ts", ...args];
    const child = execFile(process.execPath, command, options, (cause, stdout, stderr) =>
      cause ? fail(new Error(stderr || cause.message)) : settle(stdout),
    );
    child.stdin?.end(input);
  });
}

/** A new account of the server under test. */
export async function makeAccount(role: Account["role"], env: Record<string, string> = {}): Promise<Account> {
  const id = randomUUID();
  const account = {
    email: `${role}-${id}@exemple.fr`,
    password: PASSWORD,
    name: `Ada ${id.slice(0, 8)}`,
    role,
  };
  await userCommand(["add", account.email, "--name", account.name, "--role", role], `${PASSWORD}\n`, env);
  return account;
}

/** A network address of its own: limits count attempts by address, and tests must not use up each other's. */
export const someAddress = () => ({
  "x-forwarded-for": `10.${[1, 2, 3].map(() => randomInt(256)).join(".")}`,
});

/** A browser's worth of cookies, signed in by next-auth's own address; undefined: anonymous. */
export async function signedIn(baseURL: string, account?: Account): Promise<APIRequestContext> {
  const context = await request.newContext({ baseURL, extraHTTPHeaders: someAddress(), maxRedirects: 0 });
  if (!account) return context;
  const { csrfToken } = (await (await context.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const { email, password } = account;
  await context.post("/api/auth/callback/credentials", { form: { csrfToken, email, password } });
  if (!(await sessionOf(context))) throw new Error(`${email} could not sign in`);
  return context;
}

/** The session's cookie of a browser, or of requests. */
export async function sessionOf(context: APIRequestContext | BrowserContext): Promise<string | undefined> {
  const { cookies } = await context.storageState();
  return cookies.find(({ name }) => name === COOKIE)?.value;
}

/** Requests with a cookie of our own making, as someone who copied it would send. */
export const withSession = (baseURL: string, session: string) =>
  request.newContext({ baseURL, maxRedirects: 0, extraHTTPHeaders: { cookie: `${COOKIE}=${session}` } });

/** A session as it would be had it begun so many seconds earlier. */
export async function aged(session: string, seconds: number): Promise<string> {
  const secret = readFileSync(join(stateDir(), "nextauth-secret"), "utf8");
  const token = await decode({ token: session, secret });
  if (!token) throw new Error("the session can't be read");
  const { sub, version, since } = token as { sub: string; version: number; since: number };
  return encode({ token: { sub, version, since: since - seconds }, secret, maxAge: 3600 });
}
