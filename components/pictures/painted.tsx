import { COLOURS } from "./colours";
import { AFTER_GAP, AFTER_SIZE } from "./text";
import type { Picture, ShapeMark, TextMark } from "./types";

type Colours = (typeof COLOURS)["light"];

/** Signs that the font of the painter has, of those that names and numbers are written with. */
const DRAWABLE =
  /[ -~\u00a0-\u00ac\u00ae-\u0113\u0116-\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2190-\u2193\u2212\u2248\u2260\u2264\u2265]/;

/** A text that the painter can write without asking anyone for a font: "1ᵉʳ" is "1er". */
export const drawable = (text: string): string =>
  [...text.replaceAll("\u202f", "\u00a0").normalize("NFC")]
    .map((sign) => {
      if (DRAWABLE.test(sign)) return sign;
      const plain = sign.normalize("NFKD").replace(/\p{M}/gu, "");
      return [...plain].every((one) => DRAWABLE.test(one)) ? plain : "?";
    })
    .join("");

/** The same on one line: the painter would place words apart, and unevenly. */
const unbroken = (text: string) => drawable(text).replaceAll(" ", "\u00a0");

/** The painter knows no components inside a drawing: elements are made at once. */
function shape(mark: ShapeMark, colours: Colours, key: number) {
  if (mark.kind === "rect") {
    const { x, y, width, height, tone } = mark;
    return <rect key={key} x={x} y={y} width={width} height={height} fill={colours[tone]} />;
  }
  const { d, fill, stroke, width = 1, at } = mark;
  return (
    <path
      key={key}
      d={d}
      fill={fill ? colours[fill] : "none"}
      stroke={stroke ? colours[stroke] : "none"}
      strokeWidth={width / (at?.scale ?? 1)}
      strokeLinejoin="round"
      transform={at ? `translate(${at.x} ${at.y}) scale(${at.scale})` : undefined}
    />
  );
}

/** A line of text from its baseline: the painter places boxes, whose line is as high as the box. */
function Line({ mark, colours, width }: { mark: TextMark; colours: Colours; width: number }) {
  const { x, y, text, size, tone, anchor, bold, after } = mark;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  const align = { start: "flex-start", middle: "center", end: "flex-end" }[anchor];
  // The painter has one weight: its edge makes the bold one.
  const edge = bold ? { WebkitTextStroke: `${size / 40}px ${colours[tone]}` } : {};
  const place = {
    position: "absolute",
    display: "flex",
    alignItems: "baseline",
    justifyContent: align,
  } as const;
  return (
    <div style={{ ...place, left, top: y - size * 1.02, width, lineHeight: 1.3, whiteSpace: "nowrap" }}>
      <div style={{ fontSize: size, color: colours[tone], ...edge }}>{unbroken(text)}</div>
      {after && (
        <div style={{ marginLeft: AFTER_GAP, fontSize: AFTER_SIZE, color: colours.muted }}>
          {unbroken(after)}
        </div>
      )}
    </div>
  );
}

/** A picture for the painter of images (next/og): the same marks at the same places. */
export function Painted({ picture, theme }: { picture: Picture; theme: "light" | "dark" }) {
  const { width, height, marks } = picture;
  const colours = COLOURS[theme];
  return (
    <div style={{ display: "flex", position: "relative", width, height, background: colours.page }}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        style={{ position: "absolute", left: 0, top: 0 }}
      >
        {marks.map((mark, index) => (mark.kind === "text" ? null : shape(mark, colours, index)))}
      </svg>
      {marks.map((mark, index) =>
        mark.kind === "text" ? <Line key={index} mark={mark} colours={colours} width={width} /> : null,
      )}
    </div>
  );
}
