import "server-only";
import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { log, reasonOf } from "@/lib/watch/log";
import { authSecret, siteUrl } from "./secret";
import { unseal } from "./session";

/** Where who has signed out leaves from, and where the provider sends them back to: it must know this address. */
export const WAY_OUT = "/api/auth/oidc/sortie";

const WAIT_MS = 3_000;
/** How long someone may take at the provider, in seconds. */
const AWAY_S = 600;
const SALT = "sign-out at the provider";

/** Longest identity token kept in the session's cookie, of which browsers take four kilobytes, sealed. */
const TOKEN_LENGTH = 2_000;

/** The identity token as the session keeps it. */
export const kept = (idToken: string | undefined): string =>
  idToken !== undefined && idToken.length <= TOKEN_LENGTH ? idToken : "";

const discoverySchema = z.looseObject({
  end_session_endpoint: z.url({ protocol: /^https?$/ }).optional(),
});

/** Where the provider signs people out, when it says that it does. @throws when it can't be asked */
async function endAddress(): Promise<URL | undefined> {
  const answer = await fetch(`${env.OIDC_ISSUER?.replace(/\/$/, "")}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(WAIT_MS),
    redirect: "error",
  });
  if (!answer.ok) throw new Error(`discovery answered ${answer.status}`);
  const { end_session_endpoint: address } = discoverySchema.parse(await answer.json());
  return address === undefined ? undefined : new URL(address);
}

const leavingSchema = z.object({ url: z.string(), state: z.string(), home: z.string() });

/** Kept by the browser from here to the provider and back: the address holds the identity token, which no page may read. */
const leavingCookie = () => {
  const secure = siteUrl().startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax" as const, path: WAY_OUT, secure };
  return { name: `${secure ? "__Secure-" : ""}observatory.leaving`, options };
};

async function leaving() {
  const sealed = (await cookies()).get(leavingCookie().name)?.value;
  return sealed === undefined ? undefined : leavingSchema.safeParse(await unseal(sealed, SALT)).data;
}

/**
 * Prepares the way out of who came by the provider, whose session here has ended.
 * @param idToken as the session kept it @param home where to go in the end, on this site
 * @returns where to go now: `home` when the provider does not sign people out, or can't be asked
 */
export async function leaveProvider(idToken: string, home: string): Promise<string> {
  try {
    const address = await endAddress();
    if (!address) return home;
    const state = randomBytes(24).toString("base64url");
    address.searchParams.set("client_id", env.OIDC_CLIENT_ID ?? "");
    if (idToken !== "") address.searchParams.set("id_token_hint", idToken);
    address.searchParams.set("post_logout_redirect_uri", siteUrl() + WAY_OUT);
    address.searchParams.set("state", state);
    const { name, options } = leavingCookie();
    const token = { url: address.href, state, home };
    const sealed = await encode({ token, secret: authSecret(), salt: SALT, maxAge: AWAY_S });
    (await cookies()).set(name, sealed, { ...options, maxAge: AWAY_S });
    return WAY_OUT;
  } catch (cause) {
    log.warn({ event: "provider_end_failed", reason: reasonOf(cause) });
    return home;
  }
}

/** The provider's address where who has just signed out here goes; undefined for anyone else. */
export async function leavingFor(): Promise<string | undefined> {
  return (await leaving())?.url;
}

/** Where who comes back goes. @param state as the provider gives it back */
export async function backFromProvider(state: string): Promise<string> {
  const left = await leaving();
  const { name, options } = leavingCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
  return left?.state === state ? left.home : "/";
}
