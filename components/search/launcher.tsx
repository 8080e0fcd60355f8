"use client";

import { lazy, Suspense, useState } from "react";
import { localHref, type Locale, type View } from "@/lib/links";
import type { SearchWords } from "./types";
import { useShortcuts } from "./use-shortcuts";

// Neither comes with the page: the first call brings them.
const Palette = lazy(() => import("./palette"));
const Shortcuts = lazy(() => import("./shortcuts"));

export type LauncherProps = { locale: Locale; view: View; edition: string; words: SearchWords };
type Props = Omit<LauncherProps, "edition"> & { edition: string | undefined };

/** The header's search: a form that leads to the search page; with JavaScript, a window over the page at hand. */
export function SearchLauncher({ locale, view, edition, words }: Props) {
  const [shown, setShown] = useState<"search" | "keys" | null>(null);
  useShortcuts(setShown);
  // A window says that it closed a moment after it did: by then the other may be open.
  const close = (what: "search" | "keys") => () => setShown((now) => (now === what ? null : now));
  return (
    <>
      <form
        method="get"
        action={localHref(locale, "/recherche")}
        className="search-launcher"
        onSubmit={(event) => {
          if (edition === undefined) return;
          event.preventDefault();
          setShown("search");
        }}
      >
        {view.basis !== "corrected" && <input type="hidden" name="basis" value={view.basis} />}
        {view.edition && <input type="hidden" name="edition" value={view.edition} />}
        <button type="submit" className="tool" aria-keyshortcuts="Control+K Meta+K">
          <svg
            aria-hidden="true"
            viewBox="0 0 20 20"
            width="18"
            height="18"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
          >
            <circle cx="8.5" cy="8.5" r="5.5" />
            <path d="m13 13 4.5 4.5" />
          </svg>
          <span>{words.open}</span>
          <kbd aria-hidden="true">/</kbd>
        </button>
      </form>
      <Suspense>
        {shown === "search" && edition !== undefined && (
          <Palette
            locale={locale}
            view={view}
            edition={edition}
            words={words}
            onClose={close("search")}
            onKeys={() => setShown("keys")}
          />
        )}
        {shown === "keys" && <Shortcuts words={words} onClose={close("keys")} />}
      </Suspense>
    </>
  );
}
