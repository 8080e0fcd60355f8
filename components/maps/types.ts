/** One territory to draw; `rank` is its class, from 0, null when it has no value. */
export type MapShape = {
  code: string;
  path: string;
  href: string;
  /** Name and value, for the tooltip and the screen reader. */
  text: string;
  rank: number | null;
  current?: boolean;
  /** Outside the territory that the page is about. */
  faded?: boolean;
};

export type MapPoint = { key: string; x: number; y: number; text: string; kind: string };

export type LegendEntry = { rank: number | null; label: string; count: string };
