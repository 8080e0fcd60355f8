import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type KeyLike } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readUserinfo, vouchedEmail } from "./oidc";

const CLAIMS = { sub: "s1", email: "Ada@Exemple.fr", email_verified: true };
let server: Server;
let home: string;
let answer: { type: string; body: string };
let own: KeyLike;
let foreign: KeyLike;

beforeAll(async () => {
  const [ours, others] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  [own, foreign] = [ours.privateKey, others.privateKey];
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(ours.publicKey)), kid: "k", alg: "RS256" }] });
  server = createServer((request, response) => {
    const isKeys = request.url === "/jwks";
    response.setHeader("Content-Type", isKeys ? "application/json" : answer.type);
    response.statusCode = isKeys || request.headers.authorization === "Bearer good" ? 200 : 401;
    response.end(isKeys ? keys : answer.body);
  }).listen(0, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = (accessToken = "good") =>
  readUserinfo({
    issuer: home,
    clientId: "us",
    jwksUri: `${home}/jwks`,
    userinfo: `${home}/me`,
    accessToken,
  });
const sign = (key: KeyLike, issuer: string, audience: string) =>
  new SignJWT(CLAIMS)
    .setProtectedHeader({ alg: "RS256", kid: "k" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime("1m")
    .sign(key);

describe("what a provider says of someone", () => {
  it("is read as JSON", async () => {
    answer = { type: "application/json; charset=utf-8", body: JSON.stringify(CLAIMS) };
    expect(await ask()).toEqual(CLAIMS);
  });

  it("is read from a token that the provider signed for us", async () => {
    answer = { type: "application/jwt", body: await sign(own, home, "us") };
    expect(await ask()).toMatchObject(CLAIMS);
  });

  it.each([
    ["signed by someone else", () => sign(foreign, home, "us")],
    ["for another site", () => sign(own, home, "them")],
    ["of another provider", () => sign(own, "https://evil.example", "us")],
    [
      "not signed at all",
      async () =>
        `${[{ alg: "none" }, { ...CLAIMS, iss: home, aud: "us" }].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".")}.`,
    ],
  ])("is refused when it is %s", async (_what, token) => {
    answer = { type: "application/jwt", body: await token() };
    await expect(ask()).rejects.toThrow();
  });

  it("is refused when it names nobody, or is an error", async () => {
    answer = { type: "application/json", body: "{}" };
    await expect(ask()).rejects.toThrow();
    answer = { type: "application/json", body: JSON.stringify(CLAIMS) };
    await expect(ask("bad")).rejects.toThrow("401");
  });

  it("vouches for an e-mail only when it says that it verified it", () => {
    expect(vouchedEmail(CLAIMS)).toBe("ada@exemple.fr");
    expect(vouchedEmail({ sub: "s1", email: "ada@exemple.fr" })).toBeUndefined();
    expect(vouchedEmail({ ...CLAIMS, email_verified: false })).toBeUndefined();
  });
});
