/** Rings of an SVG path and back: the only drawing that the shapes of territories need. */
export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

/** Numbers before a command's end point that bend the way to it: at this scale a straight line does as well. */
const BENDS: Record<string, number> = { m: 0, l: 0, s: 2, c: 4, a: 5 };

/**
 * The rings of a path, in absolute coordinates; curves become straight lines to their end.
 * @throws on a command that the source does not use
 */
export function ringsOf(path: string): Ring[] {
  const tokens = path.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  const rings: Point[][] = [];
  let [x, y, command, at] = [0, 0, "", 0];
  const number = () => Number(tokens[at++]);
  while (at < tokens.length) {
    if (/[a-zA-Z]/.test(tokens[at] ?? "")) command = tokens[at++] ?? "";
    const kind = command.toLowerCase();
    const relative = command === kind;
    if (kind === "z") {
      [x, y] = rings.at(-1)?.[0] ?? [x, y];
      continue;
    }
    if (kind === "h") x = number() + (relative ? x : 0);
    else if (kind === "v") y = number() + (relative ? y : 0);
    else {
      const bends = BENDS[kind];
      if (bends === undefined) throw new Error(`a path has the command ${command}, which is not read`);
      at += bends;
      [x, y] = [number() + (relative ? x : 0), number() + (relative ? y : 0)];
    }
    if (kind === "m") {
      rings.push([]);
      command = relative ? "l" : "L";
    }
    rings.at(-1)?.push([x, y]);
  }
  return rings;
}

/** The rings as a path of `M`, `l` and `z` alone, rounded to a number of decimals without drifting. */
export function pathOf(rings: readonly Ring[], decimals: number): string {
  const unit = 10 ** decimals;
  const write = (value: number) => String(value / unit);
  return rings
    .map((ring) => {
      const points = ring.map(([x, y]) => [Math.round(x * unit), Math.round(y * unit)] as const);
      const steps = points
        .slice(1)
        .map(([x, y], index) => [x - (points[index]?.[0] ?? 0), y - (points[index]?.[1] ?? 0)] as const)
        .filter(([dx, dy]) => dx !== 0 || dy !== 0);
      const [x, y] = points[0] ?? [0, 0];
      const line = steps.map(([dx, dy]) => `${write(dx)} ${write(dy)}`).join(" ");
      return `M${write(x)} ${write(y)}l${line}z`.replaceAll(" -", "-");
    })
    .join("");
}

/** Distance of a point to the segment from `a` to `b`. */
export function distanceTo([x, y]: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / square));
  return Math.hypot(x - a[0] - along * dx, y - a[1] - along * dy);
}

/** Douglas and Peucker: the fewest points that stay within a tolerance of the line. */
export function simplify(line: Ring, tolerance: number): Ring {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  const distances = line.map((point) => distanceTo(point, first, last));
  const farthest = Math.max(...distances);
  if (farthest <= tolerance) return [first, last];
  const at = distances.indexOf(farthest);
  return [...simplify(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(line.slice(at), tolerance)];
}
