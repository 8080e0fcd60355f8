"use client";

import { useEffect } from "react";

/** Opens the notes of a mark beside it instead of leading to them at the end of the page; Escape brings back. */
function open(event: MouseEvent): void {
  const mark = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-notes]") : null;
  const notes = document.getElementById(mark?.dataset.notes ?? "");
  // A press meant for another window or tab is the browser's.
  if (!mark || !notes || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  for (const other of document.querySelectorAll<HTMLElement>("a[data-notes]")) other.style.anchorName = "";
  mark.style.anchorName = "--note-mark";
  notes.showPopover({ source: mark });
  notes.focus();
}

/** On paper an open one would cover every sheet; closed, it is a footnote. */
function close(): void {
  for (const notes of document.querySelectorAll<HTMLElement>(".note-popover:popover-open"))
    notes.hidePopover();
}

/** Listens to every mark of the page: one for all, whatever draws them. */
export function NotePopovers() {
  useEffect(() => {
    document.addEventListener("click", open, { capture: true });
    window.addEventListener("beforeprint", close);
    return () => {
      document.removeEventListener("click", open, { capture: true });
      window.removeEventListener("beforeprint", close);
    };
  }, []);
  return null;
}
