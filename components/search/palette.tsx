"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { formatNumber } from "@/lib/format";
import { localHref, pageHref } from "@/lib/links";
import type { LauncherProps } from "./launcher";
import { PaletteResults } from "./palette-results";
import { useSearch } from "./use-search";

const LIST = "search-results";
const optionId = (index: number) => `search-option-${index}`;

/** Search over the page at hand: a combobox (ARIA 1.2) whose list is links; the focus goes back where it came from. */
export default function Palette({
  locale,
  view,
  edition,
  words,
  onClose,
  onKeys,
}: LauncherProps & { onClose: () => void; onKeys: () => void }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const q = typed.trim();
  const { answer, failed } = useSearch(q, edition, view);
  useEffect(() => dialog.current?.showModal(), []);

  const count = (answer?.groups ?? []).flatMap(({ results, total, list }) => [
    ...results,
    ...(list && total > results.length ? [list] : []),
  ]).length;
  const active = count === 0 ? null : Math.min(chosen, count - 1);
  const fullPage = localHref(locale, pageHref("/recherche", view, { q }));
  const number = (value: number) => formatNumber(locale, value);
  const said = !answer
    ? ""
    : answer.total === 0
      ? words.none.replace("{q}", answer.q)
      : answer.total === 1
        ? words.one
        : words.many.replace("{count}", number(answer.total));

  function onKeyDown(event: KeyboardEvent) {
    const { key } = event;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[key];
    if (step !== undefined && active !== null) {
      event.preventDefault();
      const next = (active + step + count) % count;
      setChosen(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: "nearest" });
    } else if (key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      // What is shown must answer what is typed; otherwise the page of results does.
      const fresh = answer?.q === q && active !== null;
      if (fresh) document.getElementById(optionId(active))?.click();
      else {
        dialog.current?.close();
        router.push(fullPage);
      }
    }
  }

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.open}
      onClose={onClose}
      // A press beside the window closes it.
      onPointerDown={({ target }) => target === dialog.current && dialog.current.close()}
    >
      <div className="palette-field">
        <label htmlFor="search-field" className="sr-only">
          {words.field}
        </label>
        <input
          id="search-field"
          type="text"
          role="combobox"
          aria-expanded={count > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={active === null ? undefined : optionId(active)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={100}
          placeholder={words.placeholder}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="tool" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </div>
      <PaletteResults
        id={LIST}
        optionId={optionId}
        groups={answer?.groups ?? []}
        active={active}
        locale={locale}
        view={view}
        words={words}
        onChoose={() => dialog.current?.close()}
      />
      {failed && <p className="palette-said">{words.failed}</p>}
      <div className="palette-foot">
        <p role="status" className={answer && answer.total > 0 ? "palette-count" : "palette-said"}>
          {said}
        </p>
        {q !== "" && (
          <a href={fullPage} className="link">
            {words.fullPage}
          </a>
        )}
        <button type="button" className="link palette-keys" onClick={onKeys}>
          {words.keys.title}
        </button>
      </div>
    </dialog>
  );
}
