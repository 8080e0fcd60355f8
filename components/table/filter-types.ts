/** One choice of a filter, as the rail shows it; without a count where there is nothing to count. */
export type FacetChoice = { value: string; label: string; count: string | null; checked: boolean };

export type FacetGroup = { name: string; label: string; choices: FacetChoice[]; active: number };

export type Chip = { label: string; removeHref: string };
