/** Lines a class has in its tile of ten units: more of them as values grow, so that classes read without colour. */
const LINES: readonly string[] = [
  "",
  "M0 10L10 0",
  "M0 5L5 0M5 10L10 5",
  "M0 10L10 0M0 0L10 10",
  "M0 5L5 0L10 5L5 10ZM0 10L10 0M0 0L10 10",
];

/** The fills of the classes, and that of "no value". */
export function MapPatterns({ id, scale = 1 }: { id: string; scale?: number }) {
  const tile = { width: 10, height: 10, patternUnits: "userSpaceOnUse", patternTransform: `scale(${scale})` };
  return (
    <defs>
      {LINES.map((lines, rank) => (
        <pattern key={rank} id={`${id}-${rank}`} {...tile}>
          <rect width="10" height="10" className={`map-class-${rank}`} />
          {lines !== "" && <path d={lines} className={`map-lines map-lines-${rank}`} />}
        </pattern>
      ))}
      <pattern id={`${id}-none`} {...tile}>
        <rect width="10" height="10" className="map-none" />
        <circle cx="5" cy="5" r="1" className="map-none-dot" />
      </pattern>
    </defs>
  );
}
