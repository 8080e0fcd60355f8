"use client";

import { useEffect, useState } from "react";
import type { LinkChoice, NoteWords } from "./types";

const PAUSE_MS = 250;

/** Choosing the note to link to among those that hold some words; the last changed ones until something is typed. */
export function NotePicker({
  find,
  own,
  onPick,
  onClose,
  words,
}: {
  find: (words: string, own: string) => Promise<LinkChoice[]>;
  /** The note that is being written. */
  own: string;
  onPick: (choice: LinkChoice) => void;
  onClose: () => void;
  words: NoteWords;
}) {
  const [asked, setAsked] = useState("");
  const [found, setFound] = useState<LinkChoice[] | "failed">();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      find(asked, own).then(
        (choices) => current && setFound(choices),
        () => current && setFound("failed"),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, find, own]);
  return (
    <div className="note-picker">
      <label htmlFor="note-picker">{words.noteSearch}</label>
      <input
        id="note-picker"
        type="search"
        autoComplete="off"
        // It was asked for by a press of the button just before.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        maxLength={200}
        value={asked}
        onInput={(event) => {
          // It is no part of the note, which is not changed by it.
          event.stopPropagation();
          setAsked(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          if (event.key === "Escape") onClose();
          else if (Array.isArray(found) && found[0]) onPick(found[0]);
        }}
      />
      <div role="status">
        {found === "failed" ? words.offline : found?.length === 0 ? words.noteNone : null}
      </div>
      {Array.isArray(found) && (
        <ul>
          {found.map((choice) => (
            <li key={choice.id}>
              <button type="button" onClick={() => onPick(choice)}>
                <strong>{choice.label}</strong> {choice.text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
