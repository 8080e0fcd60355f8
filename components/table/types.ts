import type { Noted } from "@/components/notes/types";

/** What crosses to the client's table: text already written for the reader, nothing to compute. */
export type CellContent = { text: string; href?: string; external?: boolean; title?: string };

/** null is unknown. */
export type TableCell = CellContent | null;

export type TableColumn = {
  key: string;
  label: string;
  /** Shown in small under the label. */
  unit: string | null;
  /** The glossary's definition, as the header's title. */
  definition: string;
  align: "left" | "right";
  /** Address that sorts by this column, or null where a column does not sort. */
  sortHref: string | null;
  sorted: "ascending" | "descending" | null;
  noted?: Noted | undefined;
};

export type TableRowData = {
  id: string;
  noted?: Noted | undefined;
  cells: Record<string, TableCell>;
  /** What the file has in the cells that a correction replaced. */
  replaced?: Record<string, TableCell>;
};
