"use client";

import { useEffect } from "react";

const STORED = "single-key-shortcuts";

/** Whether `/` and `?` act by themselves: a reader may turn them off, e.g. to dictate (WCAG 2.1.4). */
export const singleKeysOn = () => localStorage.getItem(STORED) !== "off";
export const setSingleKeys = (on: boolean) => localStorage.setItem(STORED, on ? "on" : "off");

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Ctrl or Cmd with K, and `/`, open the search; `?` shows the list of shortcuts. A dialog already open keeps its keys. */
export function useShortcuts(open: (what: "search" | "keys") => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog:modal")) return;
      const chord = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
      const alone = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      const what =
        chord || (alone && event.key === "/") ? "search" : alone && event.key === "?" ? "keys" : undefined;
      if (!what || (!chord && !singleKeysOn())) return;
      event.preventDefault();
      open(what);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open]);
}
