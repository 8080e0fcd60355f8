import type { RowsLink } from "./types";

/** The rows of a list that have this value of a filter; all of them for no key. */
export function rowsBy(list: RowsLink["list"], filter: string) {
  return (key: string | null): RowsLink => ({ list, filters: filtersFor(filter, key) });
}

/** One filter's value as the filters of a link, none for no key. */
export function filtersFor(filter: string, key: string | null): Record<string, readonly string[]> {
  return key === null ? {} : { [filter]: [key] };
}
