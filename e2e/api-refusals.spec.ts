import { expect, test } from "./fixtures";

/** A program asks for what is not there, or in a way that can't be read. */
const V1 = "/api/v1/editions";
const DEMO = `${V1}/demo`;

type Problem = { detail: string; errors: { parameter: string; message: string }[] };

test("whatever the API has not, or can’t read, is a problem in its own words", async ({ request }) => {
  for (const [address, status, parameter] of [
    ["/api/v1/nope", 404],
    ["/api", 404],
    [`${DEMO}/organisations/999999998/nope`, 404],
    [`${V1}/%E0%A4%A`, 400],
    [`${DEMO}/organisations?__proto__=1`, 400, "__proto__"],
    [`${DEMO}/organisations?constructor=1`, 400, "constructor"],
    [`${DEMO}/organisations?type=commune`, 400, "type"],
    [`${DEMO}/organisations?department=2a`, 400, "department"],
  ] as const) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(status);
    expect(answer.headers()["content-type"], address).toMatch(/^application\/problem\+json/);
    const { detail, errors } = (await answer.json()) as Problem;
    expect(detail.length, address).toBeGreaterThan(10);
    expect(
      errors.map((error) => error.parameter),
      address,
    ).toEqual(parameter ? [parameter] : []);
    // Plain words of ours, in one language.
    for (const { message } of errors) expect(message).not.toMatch(/Invalid|attendu/);
  }
});

test("a search for signs alone finds nothing, rather than everything", async ({ request }) => {
  for (const signs of ["%25", "_", "%00", "+%2C+"]) {
    const { total } = (await (await request.get(`${DEMO}/organisations?q=${signs}`)).json()) as {
      total: number;
    };
    expect(total, signs).toBe(0);
  }
});
