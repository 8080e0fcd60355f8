import type { FailureKind } from "@/lib/explorer/failure";

/** Words of the explorer, for the part that runs in the browser; `{…}` are filled in there. */
export type ExplorerWords = {
  editor: string;
  hint: string;
  start: string;
  run: string;
  cancel: string;
  copy: string;
  copied: string;
  unaddressed: string;
  examples: string;
  steps: Record<"engine" | "data" | "running" | "stopping", string>;
  stopped: string;
  ended: string;
  result: Record<
    "title" | "one" | "many" | "none" | "done" | "shown" | "cut" | "unknown" | "download",
    string
  >;
  failure: Record<"title" | "place" | "go" | "candidates" | "engine", string> & {
    kinds: Record<FailureKind, string>;
  };
};

/** A text with its places filled in. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
