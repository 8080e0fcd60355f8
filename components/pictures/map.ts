import { MAP_BOX } from "@/lib/geo/frames";
import { innerOf, moved, stack, type Width } from "./frame";
import { paragraph } from "./text";
import type { Mark, Part, Tone } from "./types";

export type PictureMap = {
  shapes: readonly { path: string; rank: number | null }[];
  legend: readonly { rank: number | null; label: string; count: string }[];
};

const tone = (rank: number | null): Tone => (rank === null ? "map-none" : (`map-${rank}` as Tone));

/** A class: its colour, its bounds, how many territories are in it. */
function entry({ rank, label, count }: PictureMap["legend"][number], width: number): Part {
  const text = { x: 40, anchor: "start", width: width - 40 } as const;
  const name = paragraph(label, { ...text, y: 0, size: 15, tone: "text" });
  const number = paragraph(count, { ...text, y: name.height, size: 13, tone: "muted" });
  return {
    height: name.height + number.height,
    marks: [
      { kind: "rect", x: 0, y: 2, width: 30, height: 20, tone: tone(rank) },
      ...name.marks,
      ...number.marks,
    ],
  };
}

/** Territories by class, stronger as values grow, and the classes with their bounds: beside the map, or below it. */
export function mapPart({ shapes, legend }: PictureMap, size: Width): Part {
  const inner = innerOf(size);
  const side = size === "wide" ? 620 : inner;
  const [left, top, width] = MAP_BOX;
  const scale = side / width;
  const at = { x: -left * scale, y: -top * scale, scale };
  const map: Part = {
    height: side,
    marks: shapes.map(({ path, rank }): Mark => ({
      ...{ kind: "path", d: path, fill: tone(rank), stroke: "coast", width: 0.7, at },
    })),
  };
  const room = size === "wide" ? inner - side - 20 : inner;
  const classes = stack(
    legend.map((one) => entry(one, room)),
    10,
  );
  if (size === "narrow") return stack([map, classes], 12);
  return { height: side, marks: [...map.marks, ...moved(classes.marks, side + 20, 40)] };
}
