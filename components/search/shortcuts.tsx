"use client";

import { useEffect, useRef, useState } from "react";
import type { SearchWords } from "./types";
import { setSingleKeys, singleKeysOn } from "./use-shortcuts";

/** The list of keyboard shortcuts, and the choice to keep those of a single key or not. */
export default function Shortcuts({ words, onClose }: { words: SearchWords; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [single, setSingle] = useState(singleKeysOn);
  useEffect(() => dialog.current?.showModal(), []);
  const { keys } = words;
  const list = [
    { keys: ["/", "Ctrl K", "⌘ K"], does: keys.search },
    { keys: ["?"], does: keys.list },
    { keys: ["↓", "↑"], does: keys.move },
    { keys: ["⏎"], does: keys.choose },
    { keys: ["Esc"], does: keys.leave },
  ];
  return (
    <dialog
      ref={dialog}
      className="palette shortcuts"
      aria-labelledby="shortcuts-title"
      onClose={onClose}
      onPointerDown={({ target }) => target === dialog.current && dialog.current.close()}
    >
      <div className="palette-field">
        <h2 id="shortcuts-title">{keys.title}</h2>
        <button type="button" className="tool" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </div>
      <dl>
        {list.map(({ keys: names, does }) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="shortcuts-single">
        <input
          type="checkbox"
          checked={single}
          onChange={({ target }) => {
            setSingleKeys(target.checked);
            setSingle(target.checked);
          }}
        />
        <span>
          {keys.single}
          <small>{keys.singleHint}</small>
        </span>
      </label>
    </dialog>
  );
}
