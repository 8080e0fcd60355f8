import "server-only";
import NextAuth from "next-auth";
import type { NextApiRequest, NextApiResponse } from "next";
import { z } from "zod";
import { OIDC } from "./oidc";
import { authOptions } from "./options";
import { siteUrl } from "./secret";

type Answer = { cookies: string[]; location: string | undefined; body: unknown };
type Question = { nextauth: string[]; method: string; body?: unknown; cookies?: Record<string, string> };

/** Asks next-auth something within the process, and keeps what it answers. */
async function askNextAuth({ nextauth, method, body, cookies = {} }: Question): Promise<Answer> {
  const headers = new Map<string, unknown>();
  let sent: unknown;
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => (headers.set(name.toLowerCase(), value), response),
    send: (given: unknown) => (sent = given),
    json: (given: unknown) => (sent = given),
    end: () => undefined,
  };
  const request = { query: { nextauth }, method, body, cookies, headers: {} };
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, authOptions());
  const location = headers.get("location");
  return {
    cookies: [headers.get("set-cookie") ?? []].flat().map(String),
    location: typeof location === "string" ? location : undefined,
    body: sent,
  };
}

/**
 * Where the provider signs people in, with the cookies that will prove their way back (state, nonce, PKCE).
 * @param path where to go afterwards, on this site
 * @throws when the provider can't be reached
 */
export async function startProvider(path: string): Promise<{ url: string; cookies: string[] }> {
  const csrf = await askNextAuth({ nextauth: ["csrf"], method: "GET" });
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(csrf.body);
  const own = csrf.cookies.map(
    (cookie) => cookie.split(";")[0]!.split(/=(.*)/s).slice(0, 2) as [string, string],
  );
  const { location, cookies } = await askNextAuth({
    nextauth: ["signin", OIDC],
    method: "POST",
    body: { csrfToken, callbackUrl: `${siteUrl()}${path}` },
    cookies: Object.fromEntries(own.map(([name, value]) => [name, decodeURIComponent(value)])),
  });
  const url = URL.canParse(location ?? "") ? new URL(location ?? "") : undefined;
  if (!url || url.origin === siteUrl()) throw new Error("the provider can't be reached");
  return { url: url.href, cookies };
}
