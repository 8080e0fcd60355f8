import { xmlText } from "@/lib/xml";
import { COLOURS } from "./colours";
import { AFTER_GAP, AFTER_SIZE } from "./text";
import type { Mark, Picture, PictureTheme, Tone } from "./types";

const FONT = "Geist, 'Inter Variable', Inter, system-ui, 'Helvetica Neue', Arial, sans-serif";
/** To a hundredth: as fine as a screen, and short. */
const n = (value: number) => String(Math.round(value * 100) / 100);

type Paint = (property: "fill" | "stroke", tone: Tone) => string;

function element(mark: Mark, paint: Paint): string {
  switch (mark.kind) {
    case "rect":
      return `<rect x="${n(mark.x)}" y="${n(mark.y)}" width="${n(mark.width)}" height="${n(mark.height)}" ${paint("fill", mark.tone)}/>`;
    case "path": {
      const { d, fill, stroke, width = 1, at } = mark;
      const place = at ? ` transform="translate(${n(at.x)} ${n(at.y)}) scale(${String(at.scale)})"` : "";
      const line = stroke
        ? `${paint("stroke", stroke)} stroke-width="${n(width / (at?.scale ?? 1))}" stroke-linejoin="round"`
        : "";
      return `<path d="${d}" ${fill ? paint("fill", fill) : 'fill="none"'} ${line}${place}/>`;
    }
    case "text": {
      const { x, y, text, size, tone, anchor, bold, after } = mark;
      const place = `x="${n(x)}" y="${n(y)}" font-size="${n(size)}"${anchor === "start" ? "" : ` text-anchor="${anchor}"`}`;
      const more = after
        ? `<tspan dx="${AFTER_GAP}" font-size="${AFTER_SIZE}" font-weight="400" ${paint("fill", "muted")}>${xmlText(after)}</tspan>`
        : "";
      return `<text ${place} ${paint("fill", tone)}${bold ? ' font-weight="600"' : ""}>${xmlText(text)}${more}</text>`;
    }
  }
}

/** Colours written once as classes, so that one picture follows the theme of whoever looks at it. */
function classes(): string {
  const rules = (theme: "light" | "dark") =>
    Object.entries(COLOURS[theme])
      .map(([tone, colour]) => `.f-${tone}{fill:${colour}}.s-${tone}{stroke:${colour}}`)
      .join("");
  return `<style>${rules("light")}@media (prefers-color-scheme:dark){${rules("dark")}}</style>`;
}

/**
 * A picture as an SVG document of its own: real text, no script, nothing fetched.
 * @param id of its title and description, where several stand on one page
 * @param theme "auto" follows the reader's system; the others are for programs that read no style
 */
export function svgOf(picture: Picture, theme: PictureTheme, id = "picture"): string {
  const paint: Paint = (property, tone) =>
    theme === "auto" ? `class="${property[0]}-${tone}"` : `${property}="${COLOURS[theme][tone]}"`;
  // A mark with both fill and line has both in one attribute.
  const joined = (text: string) => text.replace(/class="(f-[\w-]+)" class="(s-[\w-]+)"/g, 'class="$1 $2"');
  const { width, height, title, description, marks } = picture;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-description" font-family="${FONT}">`,
    `<title id="${id}-title">${xmlText(title)}</title>`,
    `<desc id="${id}-description">${xmlText(description)}</desc>`,
    ...(theme === "auto" ? [classes()] : []),
    `<rect width="${width}" height="${height}" ${paint("fill", "page")}/>`,
    ...marks.map((mark) => joined(element(mark, paint))),
    "</svg>",
  ].join("\n");
}
