import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import english from "@/messages/en";
import french from "@/messages/fr";
import { PROGRAM, ROOT } from "./support/source";
import { bilingualTextsIn, typographyFaults, variablesOf } from "./support/typography";

type Messages = { [key: string]: string | Messages };

function messages(language: "fr" | "en"): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (value: Messages, prefix: string) => {
    for (const [key, one] of Object.entries(value)) {
      if (typeof one === "string") flat.set(prefix + key, one);
      else walk(one, `${prefix}${key}.`);
    }
  };
  walk(language === "fr" ? french : english, "");
  return flat;
}

describe("the words of the site", () => {
  const fr = messages("fr");
  const en = messages("en");

  it("are the same messages in both languages", () => {
    expect([...en.keys()].sort()).toEqual([...fr.keys()].sort());
    for (const [key, text] of [...fr, ...en]) expect(text.trim(), key).not.toBe("");
  });

  it.each([
    ["fr", french],
    ["en", english],
  ])("are all of messages/%s", (language, all) => {
    const files = readdirSync(join(ROOT, "messages", language)).filter((name) => name.endsWith(".json"));
    expect(Object.keys(all).sort()).toEqual(files.map((name) => name.replace(".json", "")).sort());
  });

  it("take the same variables in both languages", () => {
    const differing = [...fr].filter(
      ([key, text]) => String(variablesOf(text)) !== String(variablesOf(en.get(key) ?? "")),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each([
    ["fr", fr],
    ["en", en],
  ] as const)("are set as %s typography wants", (language, texts) => {
    const faults = [...texts].flatMap(([key, text]) =>
      typographyFaults(text, language).map((fault) => `${key}: ${fault} in “${text}”`),
    );
    expect(faults).toEqual([]);
  });

  it("are set likewise in the code", () => {
    const texts = PROGRAM.flatMap(bilingualTextsIn);
    expect(texts.length).toBeGreaterThan(100);
    const faults = texts.flatMap(({ place, language, text }) =>
      typographyFaults(text, language).map((fault) => `${place}: ${fault} in “${text}”`),
    );
    expect(faults).toEqual([]);
  });
});

describe("these tests see", () => {
  it("the variables of a message, and not its words", () => {
    expect(
      variablesOf(
        "{b} sur {a, number} {count, plural, =0 {aucun} one {# acteur de {region}} other {acteurs}}.",
      ),
    ).toEqual(["a", "b", "count", "region"]);
    expect(() => variablesOf("{count, plural, one {acteur other {acteurs}}")).toThrow("braces");
  });

  it.each([
    "Source : registre",
    "Source: registre",
    "Ouvertes ; les autres",
    "Vraiment ?",
    "Vraiment?",
    "« ouvert »",
    '"ouvert"',
    "l'observatoire",
    "1 062 acteurs",
    "16 % des communes",
    "16% des communes",
    "1,062 acteurs",
    "Chargement...",
    "{count, plural, one {# acteur ; seul} other {# acteurs}}",
  ])("the French fault in “%s”", (text) => expect(typographyFaults(text, "fr")).not.toEqual([]));

  it.each([
    "Source\u00a0: registre",
    "Ouvertes\u202f; les autres",
    "Vraiment\u202f?",
    "«\u00a0ouvert\u00a0»",
    "l’observatoire",
    "1\u202f062 acteurs, soit 16\u00a0% et 0,1190",
    "{count, plural, =0 {aucun acteur} one {# acteur} other {# acteurs}}",
    "Voir https://www.data.gouv.fr/fr/?q=a à 12:30",
    "<link>Tout effacer</link>",
  ])("no French fault in “%s”", (text) => expect(typographyFaults(text, "fr")).toEqual([]));

  it.each(["“open” :", "the reader's", '"open"', "«open»", "Loading..."])(
    "the English fault in “%s”",
    (text) => expect(typographyFaults(text, "en")).not.toEqual([]),
  );
});
