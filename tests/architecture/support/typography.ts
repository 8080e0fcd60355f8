import ts from "typescript";
import { visit, type Source } from "./source";

/** Faults that a French reader's eye stops at, each with what to write instead. */
const FRENCH: readonly [RegExp, string][] = [
  [/ [;:!?»]/u, "a breaking space before ; : ! ? or »"],
  [/[^\s\u00a0\u202f«(;:!?.,/][;!?](?=\s|$)/u, "no thin space before ; ! or ?"],
  [/[^\s\u00a0\u202f:/\d]:(?=\s|$)/u, "no no-break space before :"],
  [/«[^\u00a0\u202f]/u, "no no-break space after «"],
  [/[^\u00a0\u202f]»/u, "no no-break space before »"],
  [/["“”]/u, "quotation marks that are not « »"],
  [/'/u, "a straight apostrophe instead of ’"],
  [/\.\.\./u, "three full stops instead of …"],
  [/\d \d{3}(?!\d)/u, "a breaking space inside a number"],
  [/\d ?%(?![0-9A-F]{2})/u, "a per cent sign that may leave its number"],
  [/\d,\d{3}(?!\d)/u, "an English thousands separator"],
];

const ENGLISH: readonly [RegExp, string][] = [
  [/[«»]/u, "French quotation marks"],
  [/["']/u, "straight quotes instead of “ ” ’"],
  [/[\s\u00a0\u202f][;:!?](?=\s|$)/u, "a space before ; : ! or ?"],
  [/\.\.\./u, "three full stops instead of …"],
];

/** Parts of a message that no reader sees: its variables and choices' frames, its tags, addresses, code. */
const withoutMachinery = (text: string) =>
  text
    .replace(/https?:\/\/\S+/g, "adresse")
    .replace(/`[^`]*`|<code>.*?<\/code>/g, "code")
    .replace(/<\/?[\w-]+>/g, "")
    .replace(/\{\s*\w+\s*,\s*(plural|select|selectordinal)\s*,/g, "")
    .replace(/(=\d+|\b(zero|one|two|few|many|other|\w+))\s*\{/g, " ")
    .replace(/\{[\w\s,:.#/%-]*\}/g, "x")
    .replace(/[{}]/g, "");

/**
 * Names of the variables of a message, in whatever of its choices they are.
 * @throws Error when its braces do not match
 */
export function variablesOf(message: string): string[] {
  const names = new Set<string>();
  let at = 0;
  const read = (pattern: RegExp) => {
    const [found] = new RegExp(pattern, "y").exec(message.slice(at)) ?? [];
    at += found?.length ?? 0;
    return found?.trim();
  };
  /** Text and variables, up to the brace that closes it. */
  function text(inside: boolean): void {
    for (;;) {
      read(/[^{}]*/);
      if (message[at] === "{") variable();
      else if (inside !== (message[at] === "}")) throw new Error(`braces do not match in “${message}”`);
      else return;
    }
  }
  /** `{name}`, `{name, number}` or `{name, plural, one {…} other {…}}`. */
  function variable(): void {
    at++;
    names.add(read(/\s*\w+\s*/) ?? "");
    if (/^,\s*(plural|select|selectordinal)\s*,/.test(message.slice(at))) {
      read(/,\s*\w+\s*,\s*(offset:\d+)?/);
      while (read(/\s*=?\w+\s*\{/)) {
        text(true);
        at++;
      }
    }
    read(/[^}]*/);
    if (message[at] !== "}") throw new Error(`braces do not match in “${message}”`);
    at++;
  }
  text(false);
  return [...names].sort();
}

/** @returns what is wrong with a text of the site, in words */
export function typographyFaults(text: string, language: "fr" | "en"): string[] {
  const seen = withoutMachinery(text);
  return (language === "fr" ? FRENCH : ENGLISH).filter(([fault]) => fault.test(seen)).map(([, name]) => name);
}

/** Texts written in the code as `{ fr: "…", en: "…" }`, with the line they are on. */
export function bilingualTextsIn(source: Source): { place: string; language: "fr" | "en"; text: string }[] {
  const found: { place: string; language: "fr" | "en"; text: string }[] = [];
  visit(source.tree, (node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isIdentifier(node.name)) return;
    const language = node.name.text;
    if (language !== "fr" && language !== "en") return;
    const value = node.initializer;
    const text = ts.isStringLiteralLike(value)
      ? value.text
      : ts.isTemplateExpression(value)
        ? [value.head.text, ...value.templateSpans.map((span) => span.literal.text)].join("x")
        : undefined;
    if (text === undefined) return;
    const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart());
    found.push({ place: `${source.path}:${line + 1}`, language, text });
  });
  return found;
}
