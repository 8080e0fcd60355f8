import type { APIResponse } from "@playwright/test";
import { expect, test } from "./fixtures";

const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": /geolocation=\(\)/,
  "content-security-policy": /default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/,
} as const;

test("pages, files, the API and refusals carry the security headers", async ({ request }) => {
  const expectSecure = (answer: APIResponse) => {
    for (const [name, value] of Object.entries(HEADERS))
      expect(answer.headers()[name], `${name} of ${answer.url()}`).toMatch(value);
    expect(answer.headers()["x-powered-by"], answer.url()).toBeUndefined();
  };
  for (const [address, status] of [
    ["/", 200],
    ["/plateformes?type=Portail", 200],
    ["/en", 200],
    ["/nulle-part", 404],
    ["/api/v1/editions", 200],
    ["/api/v1/editions/demo/organisations?format=csv", 200],
    ["/api/v1/editions/demo/organisations?page=x", 400],
    ["/api/v1/editions/1999", 404],
    ["/api/health/ready", 200],
  ] as const) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(status);
    expectSecure(answer);
  }
});

test("a session's cookie that is damaged or forged is no session, on any page", async ({ request }) => {
  for (const sealed of ["x", "a.b.c.d.e", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.BBBB.CCCC"]) {
    const headers = { Cookie: `next-auth.session-token=${sealed}` };
    expect((await request.get("/", { headers })).status(), sealed).toBe(200);
    const desk = await request.get("/admin", { headers, maxRedirects: 0 });
    expect([desk.status(), desk.headers().location], sealed).toEqual([307, "/connexion?retour=%2Fadmin"]);
  }
});
