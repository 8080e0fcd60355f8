/** One choice of a filter, as the rail shows it. */
export type FacetChoice = { value: string; label: string; count: string; checked: boolean };

export type FacetGroup = { name: string; label: string; choices: FacetChoice[]; active: number };

export type Chip = { label: string; removeHref: string };
