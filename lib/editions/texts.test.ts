import { describe, expect, test } from "vitest";
import { parseAddress } from "./addresses";
import { clean } from "./clean";
import { parseDate } from "./dates";
import { parseSiren } from "./identifiers";
import { parseCount, parseDegrees } from "./numbers";
import { holdsEmail, withoutEmails } from "./personal";
import { isInRegion, repairLongitude } from "./places";

test.each([
  ["Rennes Métropole", "Rennes Métropole", null],
  [" Rennes\u0020", "Rennes", "outer_spaces"],
  ["Opendata  IDF", "Opendata IDF", "inner_spaces"],
  ["Le\tHavre\r\n", "Le Havre", "inner_spaces"],
  ["\uFEFFRennes", "Rennes", "invisible_characters"],
  ["Ren\u00ADnes\u2060", "Rennes", "invisible_characters"],
  ["187\u202F609\u00A0110", "187 609 110", "invisible_characters"],
  ["Me\u0301tropole", "Métropole", "decomposed_accents"],
  ["\u200B \u00A0", "", "invisible_characters"],
])("%j is cleaned to %j", (raw, text, kind) => expect(clean(raw)).toEqual({ text, kind }));

describe("addresses", () => {
  test.each([
    ["https://data.fr/a?b=c#d", "https://data.fr/a?b=c#d", []],
    ["HTTPS://DATA.FR", "HTTPS://DATA.FR", []],
    ["https://data.fr/a b c", "https://data.fr/a%20b%20c", ["address_spaces"]],
    ["www.data.fr/a", "https://www.data.fr/a", ["address_without_scheme"]],
    ["data.métropole.fr", "https://data.métropole.fr", ["address_without_scheme", "address_characters"]],
    ["https://data.fr/a,b", "https://data.fr/a,b", ["address_characters"]],
    ["https://a.fr https://b.fr", "https://a.fr", ["several_values"]],
    ["http://a.fr, https://b.fr", "http://a.fr", ["several_values", "address_insecure"]],
    ["JavaScript:alert(1)", null, ["address_scheme"]],
    ["data:text/html,<script>", null, ["address_scheme"]],
    ["htp://data.fr", null, ["address_scheme"]],
    ["https:/data.fr", null, ["address_invalid"]],
    ["https://", null, ["address_invalid"]],
    ["https://localhost/a", null, ["address_invalid"]],
    ["https://qui:secret@data.fr/", null, ["address_invalid"]],
    ["en cours", null, ["address_invalid"]],
  ])("%s → %s", (text, url, kinds) => expect(parseAddress(text)).toEqual({ url, kinds }));
});

test.each([
  ["15/12/2021 11:57am", "2021-12-15T11:57"],
  ["7/10/2021 7:27pm", "2021-10-07T19:27"],
  ["1/1/2022 12:00am", "2022-01-01T00:00"],
  ["1/1/2022 12:30PM", "2022-01-01T12:30"],
  ["15/12/2021 14:05", "2021-12-15T14:05"],
  ["15/12/2021", "2021-12-15"],
  ["2021-12-15", "2021-12-15"],
  ["2021-12-15T11:57:30.5Z", "2021-12-15T11:57Z"],
  ["29/2/2021", undefined],
  ["12/15/2021", undefined],
  ["15/12/2021 13:05pm", undefined],
  ["15/12/2021 24:00", undefined],
  ["44545", undefined],
  ["hier", undefined],
])("date %s → %s", (text, date) => expect(parseDate(text)).toBe(date));

test.each([
  ["356000000", "356000000", []],
  ["356.000.000", "356000000", ["siren_format"]],
  ["213500010.0", "213500010", ["siren_format"]],
  ["21350001000013", "213500010", ["siren_format"]],
  ["213 500 011", "213500011", ["siren_format", "siren_checksum"]],
  ["2.135E+08", null, ["number_destroyed"]],
  ["2135000100", null, ["siren_malformed"]],
  ["n/a", null, ["siren_malformed"]],
])("SIREN %s → %s", (text, siren, kinds) => expect(parseSiren(text)).toEqual({ siren, kinds }));

test.each([
  ["0", 0],
  ["1 234 567", 1_234_567],
  ["4,00", 4],
  ["1.234", undefined],
  ["1 23", undefined],
  ["1e3", undefined],
  ["9999999999", undefined],
  ["", undefined],
])("count %j → %s", (text, count) => expect(parseCount(text)).toBe(count));

test.each([
  ["48.1339", 48.1339],
  ["-1,53664", -1.53664],
  ["−1.5", -1.5],
  ["48133900", undefined],
  ["48°07'", undefined],
])("degrees %j → %s", (text, degrees) => expect(parseDegrees(text)).toBe(degrees));

describe("e-mail addresses", () => {
  test.each([
    "a.b@data.fr",
    "Kahn <v.k@herault.fr>",
    "a@data.gouv.fr,",
    "a＠data.fr",
    "a [at] data.fr",
    "https://data.fr/?to=a%40data.fr",
  ])("%s holds one", (text) => {
    expect(holdsEmail(text)).toBe(true);
    expect(withoutEmails(text)).toContain("(adresse e-mail)");
    expect(holdsEmail(withoutEmails(text))).toBe(false);
  });

  test.each(["https://twitter.com/@OpendataCorsica", "Cyber@base", "@place", "Point (at) work", "10 @ 20"])(
    "%s holds none",
    (text) => {
      expect(holdsEmail(text)).toBe(false);
      expect(withoutEmails(text)).toBe(text);
    },
  );

  test("are looked for in a time that grows with the text", () => {
    const start = performance.now();
    expect(holdsEmail(`${"a".repeat(1_000_000)}@`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe("places", () => {
  test.each([
    ["BRE-53", 48.1339, -1.53664, true],
    ["COR-94", 42.6, 8.9, true],
    ["BRE-53", -1.53664, 48.1339, false],
    ["GP-01", 16.2318, -61.5887, true],
    ["GP-01", 48.1339, -1.53664, false],
    ["RE-04", -20.8961, 55.534, true],
    ["PF", -17.5117, -149.504, true],
    [null, 16.2318, -61.5887, true],
    [null, 40.4, -3.7, false],
  ])("%s, %d, %d is in place: %s", (region, latitude, longitude, expected) => {
    expect(isInRegion(region, latitude, longitude)).toBe(expected);
  });

  test("the longitude's sign is repaired for New Caledonia alone", () => {
    expect(repairLongitude("NC", -166.442419)).toBe(166.442419);
    expect(repairLongitude("NC", 166.442419)).toBe(166.442419);
    expect(repairLongitude("NC", -1.5)).toBe(-1.5);
    expect(repairLongitude("PF", -149.5)).toBe(-149.5);
  });
});
