import "server-only";
import { cookies } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { requestAddress } from "@/lib/response-status";
import { findAccount, sessionUserOf } from "./accounts";
import { accountOf, claimsOf, IDLE_S } from "./claims";
import { accountOfIdentity } from "./identity";
import { OIDC, oidcProvider, vouchedEmail, type OidcProfile } from "./oidc";
import { kept } from "./provider-end";
import { authSecret } from "./secret";
import { endSessions } from "./session";
import { recordSignIn, signInWithPassword } from "./sign-in";
import { log } from "@/lib/watch/log";

const byPassword = credentials({
  id: "credentials",
  credentials: { email: { type: "email" }, password: { type: "password" } },
  async authorize(given) {
    const { email = "", password = "" } = given ?? {};
    const answer = await signInWithPassword({ email, password }, requestAddress());
    return "account" in answer ? { id: answer.account.id } : null;
  },
});

const accountOfProfile = (profile: OidcProfile) =>
  accountOfIdentity({ issuer: env.OIDC_ISSUER ?? "", subject: profile.sub, email: vouchedEmail(profile) });

/** Someone who signs in: the account, whichever way they came. */
async function arriving(user: { id: string }, profile: unknown, provider: string | undefined) {
  if (provider !== OIDC) return findAccount({ id: user.id });
  const account = await accountOfProfile(profile as OidcProfile);
  if (account) await recordSignIn(account, env.OIDC_ISSUER ?? OIDC);
  return account;
}

/** A provider's fault in its own words, without the tokens that come with it. */
const reasonOf = (details: Error | { error?: Error }) =>
  String("error" in details ? details.error?.message : (details as Error).message);

/** The language of the page that someone was heading to, as a prefix of addresses. */
async function headingHome(): Promise<"" | "/en"> {
  const kept = (await cookies()).getAll().find(({ name }) => name.endsWith("next-auth.callback-url"));
  const path = URL.canParse(kept?.value ?? "") ? new URL(kept?.value ?? "").pathname : "";
  return /^\/en(\/|$)/.test(path) ? "/en" : "";
}

/** What next-auth is told. Sessions are tokens, checked against the store each time they are used. */
export function authOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    providers: [byPassword, ...oidcProvider()],
    pages: { signIn: "/connexion", signOut: "/connexion", error: "/connexion" },
    logger: {
      error: (code, details) => log.error({ event: code, reason: reasonOf(details) }),
      warn: () => undefined,
      debug: () => undefined,
    },
    session: { strategy: "jwt", maxAge: IDLE_S },
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== OIDC) return true;
        if (await accountOfProfile(profile as OidcProfile)) return true;
        return `${await headingHome()}/connexion?error=NotInvited`;
      },
      async jwt({ token, user, account, profile }) {
        const found = user ? await arriving(user, profile, account?.provider) : await accountOf(token);
        if (!found) throw new Error("the session has ended");
        if (!user) return token;
        return { ...claimsOf(found), ...(account?.provider === OIDC && { idToken: kept(account.id_token) }) };
      },
      async session({ session, token }) {
        const found = await accountOf(token);
        if (!found) throw new Error("the session has ended");
        return { ...session, user: sessionUserOf(found) };
      },
    },
    events: {
      async signOut({ token }) {
        const account = await accountOf(token);
        if (account) await endSessions(account);
      },
    },
  };
}
