import { expect, test } from "vitest";
import { parseAddress } from "./addresses";
import { clean } from "./clean";
import { holdsEmail } from "./personal";

const CASES: [text: string, url: string | null, kinds: string[]][] = [
  ["https://a.fr/x", "https://a.fr/x", []],
  ["HTTPS://A.FR/x", "HTTPS://A.FR/x", []],
  ["https://a.fr/x, https://b.fr", "https://a.fr/x", ["several_values"]],
  ["https://a.fr/x ;http://b.fr", "https://a.fr/x", ["several_values"]],
  ["https://a.fr/?u=https://b.fr", "https://a.fr/?u=https://b.fr", []],
  ["https://a.fr/1,2", "https://a.fr/1,2", ["address_characters"]],
  ["https://a.fr/un jeu", "https://a.fr/un%20jeu", ["address_spaces"]],
  ["data.a.fr/x", "https://data.a.fr/x", ["address_without_scheme"]],
  ["http://a.fr", "http://a.fr", ["address_insecure"]],
  ["data:text/html,<script>", null, ["address_scheme"]],
  ["https://user:secret@a.fr", null, ["address_invalid"]],
  ["https://localhost/x", null, ["address_invalid"]],
  ["https://", null, ["address_invalid"]],
  ["en cours", null, ["address_invalid"]],
];

test.each(CASES)("%s", (text, url, kinds) => {
  expect(parseAddress(text)).toEqual({ url, kinds });
});

test("a long cell costs a time in proportion to its length", () => {
  const long = 200_000;
  const cells = [",", ", ;", "a.", "a@", "%40", "-", " x", "e\u0301"].map((part) =>
    part.repeat(long / part.length),
  );
  const start = performance.now();
  for (const cell of cells) {
    parseAddress(cell);
    holdsEmail(cell);
    clean(cell);
  }
  // A second at most on a busy machine; the square of the length would be minutes.
  expect(performance.now() - start).toBeLessThan(3_000);
});
