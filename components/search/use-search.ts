"use client";

import { useEffect, useState } from "react";
import type { SearchAnswer } from "@/lib/api/search-types";
import { apiHref, type View } from "@/lib/links";

const PAUSE_MS = 120;
const EACH = 5;

/** The answer to what is typed; while the next one is on its way, the last one stays. */
export function useSearch(q: string, edition: string, view: View) {
  const [state, setState] = useState<{ answer: SearchAnswer | null; failed: boolean }>({
    answer: null,
    failed: false,
  });
  const { basis } = view;
  useEffect(() => {
    const abort = new AbortController();
    const ask = async () => {
      try {
        const response = await fetch(apiHref(edition, "search", basis, { q, limit: EACH }), {
          signal: abort.signal,
        });
        if (!response.ok) throw new Error(`the search answered ${response.status}`);
        setState({ answer: (await response.json()) as SearchAnswer, failed: false });
      } catch {
        // A question overtaken by the next one is no failure.
        if (!abort.signal.aborted) setState({ answer: null, failed: true });
      }
    };
    const timer = setTimeout(() => void ask(), q === "" ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q, edition, basis]);
  return state;
}
