import type { Entity } from "@/lib/api/search-types";

/** What the search says, written for the reader. */
export type SearchWords = {
  open: string;
  field: string;
  placeholder: string;
  results: string;
  none: string;
  one: string;
  /** With `{count}`. */
  many: string;
  failed: string;
  fullPage: string;
  close: string;
  kinds: Record<Entity, string>;
  /** With `{count}`. */
  all: Record<Entity, string>;
  keys: {
    title: string;
    search: string;
    list: string;
    move: string;
    choose: string;
    leave: string;
    single: string;
    singleHint: string;
  };
};
