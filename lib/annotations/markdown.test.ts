import { describe, expect, it } from "vitest";
import { noteHtml, noteLinks } from "./markdown";

const SCRIPT = "alert(1)";
const URLS = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "&#106;avascript:alert(1)",
  "&#x6A;avascript:alert(1)",
  "javascript&colon;alert(1)",
  "vbscript:msgbox(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:image/svg+xml;base64,PHN2Zz4=",
  "file:///etc/passwd",
  "blob:https://example.org/1",
  "\u0001javascript:alert(1)",
  "javascript://%0aalert(1)",
  "jav&#x0A;ascript:alert(1)",
];
const ID = "0f9d3c1a-2b4e-4f6a-8c1d-9e7b5a3c2d10";
const HOSTILE = [
  `[a](note:${ID}" onclick="${SCRIPT})`,
  `[a](note:${ID}%22onclick=${SCRIPT})`,
  `[a](#note-gone "x<script>${SCRIPT}</script>")`,
  `[<b onclick=${SCRIPT}>](note:${ID})`,
  ...URLS.map((url) => `[a](${url})`),
  ...URLS.map((url) => `[a](<${url}>)`),
  ...URLS.map((url) => `![a](${url})`),
  ...["javascript:alert(1)", "data:text/html,x", "vbscript:x"].map((url) => `<${url}>`),
  `<script>${SCRIPT}</script>`,
  `<img src=x onerror=${SCRIPT}>`,
  `<svg/onload=${SCRIPT}>`,
  `<a href="javascript:${SCRIPT}">a</a>`,
  `<iframe srcdoc="<script>${SCRIPT}</script>">`,
  `<math><mi xlink:href="data:x,<script>${SCRIPT}</script>">`,
  `[a](https://example.org "x" onclick="${SCRIPT}")`,
  `[a](https://example.org 'x" onmouseover="${SCRIPT}')`,
  `[a](https://example.org/"onmouseover="${SCRIPT})`,
  `\`<script>${SCRIPT}</script>\``,
  `~~~<script>${SCRIPT}</script>\n<script>${SCRIPT}</script>\n~~~`,
  `<!--><script>${SCRIPT}</script>-->`,
  `<style>@import 'https://example.org/x.css'</style>`,
  `<base href="https://example.org/">`,
  `<form action="https://example.org"><button>a</button></form>`,
  `<object data="javascript:${SCRIPT}">`,
  `</p><script>${SCRIPT}</script>`,
  `![x](https://example.org/pixel.png)`,
  `[x]: javascript:alert(1)\n\n[x]`,
];

/** Tags that Markdown's own words make, and the attributes they may have. */
const ALLOWED =
  /^<\/?(p|a|span|em|strong|code|pre|ul|ol|li|blockquote|br|hr)( (href|title|class|start)="[^"<>]*")* ?\/?>$/;

describe("a note's Markdown", () => {
  it("is what it says", () => {
    expect(noteHtml("Un *mot*, un **autre**, [un lien](https://www.insee.fr/).")).toBe(
      '<p>Un <em>mot</em>, un <strong>autre</strong>, <a href="https://www.insee.fr/">un lien</a>.</p>',
    );
    expect(noteHtml("- un\n- deux")).toBe("<ul>\n<li>un</li>\n<li>deux</li>\n</ul>");
    expect(noteHtml("# Titre")).toBe("<p># Titre</p>");
  });

  it("links to other notes, where readers have them", () => {
    const text = `Voir [*l’autre*](note:${ID}) et \`[code](note:${ID})\`.`;
    expect(noteLinks(text)).toEqual([ID]);
    expect(noteHtml(text, (id) => `/journal#note-${id}`)).toBe(
      `<p>Voir <a href="/journal#note-${ID}"><em>l’autre</em></a> et <code>[code](note:${ID})</code>.</p>`,
    );
    expect(noteHtml(text)).toContain('Voir <span class="note-gone"><em>l’autre</em></span> et <code>');
    // Tabs, line ends of two characters and a byte order mark don't shift it.
    expect(noteHtml(`\uFEFF-\tun\r\n-\t[deux](note:${ID})`, () => "/ici")).toContain(
      '<a href="/ici">deux</a>',
    );
    expect(noteLinks(`\`note:${ID}\` note:${ID} [x](note:autre)`)).toEqual([]);
  });

  it(`has at least sixty hostile bodies to try`, () => expect(HOSTILE.length).toBeGreaterThanOrEqual(60));

  it.each(HOSTILE)("runs nothing in %j", (body) => {
    const html = noteHtml(body);
    for (const tag of html.match(/<[^>]*>/g) ?? []) expect(tag).toMatch(ALLOWED);
    for (const [, href = ""] of html.matchAll(/href="([^"]*)"/g))
      expect(href).toMatch(/^(https?:\/\/|mailto:|\/|#|$|[^:]*$)/);
  });
});
