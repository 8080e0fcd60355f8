import { MapPatterns } from "./map-patterns";
import type { MapPoint, MapShape } from "./types";

type Props = {
  /** Prefix of the ids of its patterns. */
  id: string;
  title: string;
  description: string;
  viewBox: readonly number[];
  shapes: MapShape[];
  /** Names of the overseas insets, where there is room. */
  labels: { x: number; y: number; text: string }[];
  points: MapPoint[];
  /** Radius of a point, in thousandths of the map's width. */
  pointSize?: number;
};

/** A map drawn on the server: each territory is a link that says its name and value; its table twin stands beside it. */
export function TerritoryMap(props: Props) {
  const { id, title, description, viewBox, shapes, labels, points, pointSize = 4 } = props;
  const scale = (viewBox[2] ?? 1) / 1026;
  return (
    <svg
      className="map"
      viewBox={viewBox.join(" ")}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <MapPatterns id={id} scale={scale} />
      {shapes.map((shape) => (
        <a key={shape.code} href={shape.href} aria-label={shape.text} className="map-area">
          <path
            d={shape.path}
            fill={`url(#${id}-${shape.rank ?? "none"})`}
            data-current={shape.current || undefined}
            data-faded={shape.faded || undefined}
          >
            <title>{shape.text}</title>
          </path>
        </a>
      ))}
      {labels.map((label) => (
        <text key={label.text} x={label.x} y={label.y} className="map-label" aria-hidden="true">
          {label.text}
        </text>
      ))}
      {points.length > 0 && (
        <g className="map-points" aria-hidden="true">
          {points.map((point) => (
            <circle key={point.key} cx={point.x} cy={point.y} r={scale * pointSize} data-kind={point.kind}>
              <title>{point.text}</title>
            </circle>
          ))}
        </g>
      )}
    </svg>
  );
}
