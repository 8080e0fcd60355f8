import { absentFrom } from "@/lib/editions/absent";
import type { List } from "@/lib/engine/list";
import type { LoadedEdition } from "@/lib/engine/state";

/** The file of each list that has one. */
const FILES = { organisations: "organisations.csv", platforms: "plateformes.csv" } as const;

/** Columns that filters look at under another name. */
const LOOKS_AT: Record<string, string> = {
  ...{ technology: "technologies", main_technology: "technologies" },
  ...{ theme: "themes", platform: "platforms" },
};

/** What of a list its edition lacks: columns, or the whole file. */
export function absentOf(list: List, edition: LoadedEdition) {
  const file = FILES[list.name as keyof typeof FILES];
  const absent = file ? absentFrom(edition, file) : new Set<string>();
  return {
    file: absent === null,
    columns: list.columns.filter((column) => absent?.has(column)),
    filters: (name: string) =>
      list.name === "organisations" && (absent?.has(LOOKS_AT[name] ?? name) ?? false),
  };
}
