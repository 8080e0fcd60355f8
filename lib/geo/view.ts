import { SHAPES, type Level } from "./shapes";

export type ViewBox = readonly [left: number, top: number, width: number, height: number];

/** The part of the map around some territories, with a margin of a tenth of its larger side. */
export function viewAround(level: Level, codes: readonly string[]): ViewBox {
  const boxes = codes.map((code) => SHAPES[level].get(code)?.box).filter((box) => box !== undefined);
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const width = Math.max(...boxes.map(([x, , w]) => x + w)) - left;
  const height = Math.max(...boxes.map(([, y, , h]) => y + h)) - top;
  const margin = Math.max(width, height) / 10;
  return [left - margin, top - margin, width + 2 * margin, height + 2 * margin];
}

/** Codes of the territories of a level that may be seen in a part of the map. */
export function seenIn(level: Level, [left, top, width, height]: ViewBox): string[] {
  return [...SHAPES[level]]
    .filter(
      ([
        ,
        {
          box: [x, y, w, h],
        },
      ]) => x < left + width && x + w > left && y < top + height && y + h > top,
    )
    .map(([code]) => code);
}

/** Whether a place is seen in a part of the map. */
export function isWithin([left, top, width, height]: ViewBox, { x, y }: { x: number; y: number }): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}
