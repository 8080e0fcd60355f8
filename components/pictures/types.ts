/** Colours by role, as the style sheets name them. */
export type Tone =
  | "page"
  | "text"
  | "muted"
  | "line"
  | "accent"
  | "blue"
  | "gray"
  | "orange"
  | "teal"
  | "violet"
  | "amber"
  | "map-0"
  | "map-1"
  | "map-2"
  | "map-3"
  | "map-4"
  | "map-none"
  | "coast"
  /** Texts on the lighter, and on the stronger classes of a map. */
  | "on-light"
  | "on-dark";

export type TextMark = {
  kind: "text";
  /** Left, middle or right end of the line, and its baseline. */
  x: number;
  y: number;
  text: string;
  size: number;
  tone: Tone;
  anchor: "start" | "middle" | "end";
  bold?: boolean;
  /** What follows on the same line, smaller, wherever the first words end in the reader's font. */
  after?: string | undefined;
};
export type ShapeMark =
  | { kind: "rect"; x: number; y: number; width: number; height: number; tone: Tone }
  | {
      kind: "path";
      d: string;
      fill?: Tone;
      stroke?: Tone;
      /** Of the line, in units of the picture whatever the scale. */
      width?: number;
      /** Where the path's own plane is put, and how large. */
      at?: { x: number; y: number; scale: number };
    };
export type Mark = TextMark | ShapeMark;

/** A drawing of plain marks, each at its place: written as SVG, or painted as PNG, it is the same. */
export type Picture = {
  width: number;
  height: number;
  title: string;
  /** Its numbers in words, for those who can't see it. */
  description: string;
  marks: readonly Mark[];
};

/** Part of a picture: its marks from a top of zero, and how high it is. */
export type Part = {
  marks: Mark[];
  height: number;
  /** Where it needs more than a picture usually has. */
  width?: number;
};

export type PictureTheme = "light" | "dark" | "auto";
