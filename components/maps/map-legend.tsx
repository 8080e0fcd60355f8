import { MapPatterns } from "./map-patterns";
import type { LegendEntry } from "./types";

/** The classes of a map: its fill, its bounds, how many territories. @param id the map's */
export function MapLegend({ id, title, entries }: { id: string; title: string; entries: LegendEntry[] }) {
  return (
    <div className="map-legend">
      <p>{title}</p>
      {/* Its own fills: those of a map seen near by are too fine for a swatch. */}
      <svg width="0" height="0" aria-hidden="true" className="map-fills">
        <MapPatterns id={`${id}-legend`} />
      </svg>
      <ul>
        {entries.map(({ rank, label, count }) => (
          <li key={rank ?? "none"}>
            <svg viewBox="0 0 30 20" width="30" height="20" aria-hidden="true">
              <rect x="0.5" y="0.5" width="29" height="19" fill={`url(#${id}-legend-${rank ?? "none"})`} />
            </svg>
            <span>{label}</span>
            <small>{count}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
