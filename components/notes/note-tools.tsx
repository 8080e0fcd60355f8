"use client";

import { useState, type KeyboardEvent, type RefObject } from "react";
import { edited, linkTo, TOOLS, toolOf, type Edit, type Tool } from "./markdown-edit";
import { NotePicker } from "./note-picker";
import type { LinkChoice, NoteWords } from "./types";

type Area = RefObject<HTMLTextAreaElement | null>;

const GLYPHS: Record<Tool | "note", string> = {
  ...{
    bold: "M5 3h4.2a2.6 2.6 0 010 5.2H5zm0 5.2h5a2.7 2.7 0 010 4.8H5z",
    italic: "M7 3h5M4 13h5M9.5 3l-3 10",
  },
  ...{ link: "M6.5 9.5l3-3M7 4.5l1.2-1.2a2.8 2.8 0 014 4L11 8.5M9 11.5l-1.2 1.2a2.8 2.8 0 01-4-4L5 7.5" },
  ...{ list: "M6 4h7M6 8h7M6 12h7M3 4h.01M3 8h.01M3 12h.01", quote: "M3.5 4v8M7 5h6M7 8h6M7 11h4" },
  ...{ code: "M5.5 5L2.5 8l3 3M10.5 5l3 3-3 3", note: "M3 2.5h7l3 3v8H3zM5.5 8h5M5.5 10.5h5" },
};
const KEYS: Record<Tool, string> = {
  ...{
    bold: "Ctrl+B",
    italic: "Ctrl+I",
    link: "Ctrl+K",
    list: "Ctrl+Shift+8",
    quote: "Ctrl+Shift+9",
    code: "Ctrl+E",
  },
};

/** Puts an edit into the text as typing does, so that it can be undone. */
function apply(area: HTMLTextAreaElement, { from, to, insert, start, end }: Edit): void {
  area.focus();
  area.setSelectionRange(from, to);
  if (from === to && insert === "") return area.setSelectionRange(start, end);
  // The one way to edit that browsers can undo; where it is gone, the text is set.
  const typed =
    insert === "" ? document.execCommand("delete") : document.execCommand("insertText", false, insert);
  if (!typed) {
    area.setRangeText(insert, from, to);
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  area.setSelectionRange(start, end);
}

const selectedIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => ({
  ...{ text: value, start: selectionStart, end: selectionEnd },
});

/** Does what a key asks of the text, when it is one of ours. */
export function onToolKey(event: KeyboardEvent<HTMLTextAreaElement>, words: NoteWords): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const tool = toolOf(event);
  if (!tool) return;
  event.preventDefault();
  const area = event.currentTarget;
  apply(area, edited(tool, selectedIn(area), words.link ?? ""));
}

/** Buttons that write Markdown for the editor: one stop of the Tab key, the arrows go from one to the next. */
export function NoteTools({
  area,
  find,
  own,
  words,
}: {
  area: Area;
  find: (words: string, own: string) => Promise<LinkChoice[]>;
  /** The note that is being written. */
  own: string;
  words: NoteWords;
}) {
  const [current, setCurrent] = useState(0);
  const [picking, setPicking] = useState(false);
  const all = [...TOOLS, "note"] as const;
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (current + step + all.length) % all.length;
    setCurrent(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  };
  const use = (tool: Tool | "note") => {
    if (tool === "note") setPicking(!picking);
    else if (area.current) apply(area.current, edited(tool, selectedIn(area.current), words.link ?? ""));
  };
  return (
    <>
      <div
        role="toolbar"
        aria-label={words.tools}
        aria-controls="note-body"
        className="note-tools"
        onKeyDown={move}
      >
        {all.map((tool, index) => (
          <button
            key={tool}
            type="button"
            tabIndex={index === current ? 0 : -1}
            title={tool === "note" ? words[tool] : `${words[tool]} (${KEYS[tool]})`}
            aria-expanded={tool === "note" ? picking : undefined}
            aria-keyshortcuts={tool === "note" ? undefined : KEYS[tool].replace("Ctrl", "Control")}
            onFocus={() => setCurrent(index)}
            onClick={() => use(tool)}
          >
            <svg
              aria-hidden="true"
              viewBox="0 0 16 16"
              width="16"
              height="16"
              fill="none"
              stroke="currentColor"
            >
              <path d={GLYPHS[tool]} strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
            </svg>
            <span className="sr-only">{words[tool]}</span>
          </button>
        ))}
      </div>
      {picking && (
        <NotePicker
          find={find}
          own={own}
          words={words}
          onClose={() => {
            setPicking(false);
            area.current?.focus();
          }}
          onPick={({ id, label }) => {
            setPicking(false);
            if (area.current) apply(area.current, linkTo(selectedIn(area.current), label, `note:${id}`));
          }}
        />
      )}
    </>
  );
}
