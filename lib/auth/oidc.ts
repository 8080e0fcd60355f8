import "server-only";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "@/lib/env";

/** Name of the provider in next-auth's addresses: /api/auth/callback/oidc. */
export const OIDC = "oidc";

const WAIT_MS = 8_000;

const profileSchema = z.looseObject({
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});

export type OidcProfile = z.infer<typeof profileSchema>;

/** Whether sign-in by a provider is set up, whole. */
export const hasProvider = (): boolean => Boolean(env.OIDC_ISSUER && env.OIDC_CLIENT_ID);

/** Host of the provider, for the button's name. */
export const providerName = (): string =>
  isProConnect() ? "ProConnect" : new URL(env.OIDC_ISSUER ?? "").host;

/** ProConnect's identity providers are bound to check e-mails, and it sends no `email_verified`. */
const isProConnect = () =>
  /(^|\.)(proconnect|agentconnect)\.gouv\.fr$/.test(new URL(env.OIDC_ISSUER ?? "http://none").host);

/** The e-mail that the provider vouches for, or undefined. */
export function vouchedEmail({ email, email_verified }: OidcProfile): string | undefined {
  return (email_verified ?? isProConnect()) ? email?.trim().toLowerCase() : undefined;
}

type Asking = { issuer: string; clientId: string; jwksUri: string; userinfo: string; accessToken: string };

/**
 * What the provider says of someone: JSON, or a token that it signed (ProConnect), whose signature, issuer and audience
 * are checked with the provider's own keys.
 */
export async function readUserinfo(asked: Asking): Promise<OidcProfile> {
  const answer = await fetch(asked.userinfo, {
    headers: { Authorization: `Bearer ${asked.accessToken}`, Accept: "application/jwt, application/json" },
    signal: AbortSignal.timeout(WAIT_MS),
    redirect: "error",
  });
  if (!answer.ok) throw new Error(`userinfo answered ${answer.status}`);
  if (!/^application\/jwt\b/i.test(answer.headers.get("content-type") ?? ""))
    return profileSchema.parse(await answer.json());
  const keys = createRemoteJWKSet(new URL(asked.jwksUri), { timeoutDuration: WAIT_MS });
  const { payload } = await jwtVerify(await answer.text(), keys, {
    issuer: asked.issuer,
    audience: asked.clientId,
    // A provider's own keys are of two parts; a shared secret would let anyone who knows it sign.
    algorithms: ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"],
  });
  return profileSchema.parse(payload);
}

const tokenMethod = (secret: string | undefined) =>
  secret === undefined ? "none" : isProConnect() ? "client_secret_post" : "client_secret_basic";

/** Any OpenID Connect provider, by the environment; none when it names none. */
export function oidcProvider(): OAuthConfig<OidcProfile>[] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer || !clientId) return [];
  return [
    {
      id: OIDC,
      name: providerName(),
      type: "oauth",
      wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId,
      clientSecret: clientSecret ?? "",
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      authorization: {
        params: { scope: isProConnect() ? "openid email given_name usual_name" : "openid email profile" },
      },
      client: { token_endpoint_auth_method: tokenMethod(clientSecret) },
      httpOptions: { timeout: WAIT_MS },
      profile: async (profile) => ({ id: profile.sub, email: profile.email ?? null }),
      userinfo: {
        async request({ tokens, client }) {
          const { metadata } = client.issuer;
          const { access_token: accessToken } = tokens;
          const { jwks_uri: jwksUri, userinfo_endpoint: userinfo } = metadata;
          if (!jwksUri || !userinfo || !accessToken)
            throw new Error("the provider names no userinfo or keys");
          const said = await readUserinfo({
            issuer: metadata.issuer,
            clientId,
            jwksUri,
            userinfo,
            accessToken,
          });
          // The identity token, already checked with its nonce, and userinfo must be of the same person.
          if (decodeJwt(tokens.id_token ?? "").sub !== said.sub)
            throw new Error("userinfo is of another person than the identity token");
          return said;
        },
      },
    },
  ];
}
