"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { toAddress } from "@/lib/explorer/address";
import type { TabPlan } from "@/lib/explorer/types";
import { formatPercent } from "@/lib/format";
import type { Locale } from "@/lib/links";
import { FailureNote } from "./failure";
import { ResultView } from "./result";
import { fill, type ExplorerWords } from "./types";
import { linkTo, useAddress } from "./use-address";
import { useEngine, type EngineState } from "./use-engine";

export type ExplorerProps = {
  locale: Locale;
  edition: string;
  plan: TabPlan;
  /** The query to begin with. */
  initial: string;
  examples: { title: string; sql: string }[];
  words: ExplorerWords;
  /** What the columns of the site's own mean. */
  definitions: Record<string, string>;
  /** What every file says of itself. */
  about: Record<string, string>;
  /** What is said before anything is loaded. */
  note: ReactNode;
  /** Tables and columns, with buttons that carry what they write in `data-insert`. */
  children: ReactNode;
};

/** What the engine is at, in words; empty when it is at nothing. */
function progressOf(state: EngineState, words: ExplorerWords, locale: Locale): string {
  if (state.phase === "starting")
    return fill(words.steps[state.step.part], { done: formatPercent(locale, state.step.done, 0) });
  if (state.phase === "running" || state.phase === "stopping") return words.steps[state.phase];
  return state.phase === "stopped" || state.phase === "ended" ? words[state.phase] : "";
}

/** SQL in this tab: a text, what it can read, and what it answers. */
export function Explorer(props: ExplorerProps) {
  const { locale, edition, plan, initial, examples, words, definitions, about, note, children } = props;
  const [sql, setSql] = useState(initial);
  const { state, awake, run, cancel } = useEngine(plan);
  const editor = useRef<HTMLTextAreaElement>(null);
  const names = useRef<HTMLDivElement>(null);
  useAddress(sql, edition, sql !== initial);

  const busy = ["starting", "running", "stopping"].includes(state.phase);
  const start = () => void run(sql);

  // The schema is drawn by the server: its buttons are heard here.
  useEffect(() => {
    const place = names.current;
    const insert = ({ target }: Event) => {
      const name = target instanceof Element && target.closest<HTMLElement>("[data-insert]")?.dataset.insert;
      const field = editor.current;
      if (!name || !field) return;
      field.setRangeText(name, field.selectionStart, field.selectionEnd, "end");
      setSql(field.value);
      field.focus();
    };
    place?.addEventListener("click", insert);
    return () => place?.removeEventListener("click", insert);
  }, []);

  function goTo(offset: number) {
    editor.current?.focus();
    editor.current?.setSelectionRange(offset, offset + 1);
  }

  return (
    <div className="explorer">
      <div className="explorer-work">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) start();
          }}
        >
          <label htmlFor="explorer-sql">{words.editor}</label>
          <textarea
            id="explorer-sql"
            ref={editor}
            className="explorer-editor"
            value={sql}
            rows={Math.min(24, Math.max(8, sql.split("\n").length + 1))}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            aria-describedby="explorer-hint"
            onChange={(event) => setSql(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              if (!busy) start();
            }}
          />
          <p id="explorer-hint" className="muted">
            {words.hint} {toAddress(sql) === null && <strong>{words.unaddressed}</strong>}
          </p>
          <p className="explorer-actions">
            <button type="submit" className="button button-main" aria-disabled={busy || undefined}>
              {awake ? words.run : words.start}
            </button>
            {(state.phase === "running" || state.phase === "stopping") && (
              <button type="button" className="button" onClick={() => void cancel()}>
                {words.cancel}
              </button>
            )}
            <CopyButton text={() => linkTo(sql, edition)} label={words.copy} done={words.copied} />
          </p>
          {!awake && state.phase === "asleep" && <div className="muted">{note}</div>}
        </form>
        <div className="explorer-progress">
          {state.phase === "starting" && (
            <progress max={1} value={state.step.done} aria-label={words.steps[state.step.part]} />
          )}
          <p role="status">{progressOf(state, words, locale)}</p>
        </div>
        {state.phase === "failed" && (
          <FailureNote failure={state.failure} words={words.failure} onGo={goTo} />
        )}
        {state.phase === "answered" && (
          <ResultView
            result={state.result}
            name={(format) => `observatoire-${edition}-sql.${format}`}
            about={{ ...about, sql: state.sql }}
            locale={locale}
            words={words.result}
            definitions={definitions}
          />
        )}
      </div>
      <div className="explorer-side">
        <section>
          <h2>{words.examples}</h2>
          <ul className="explorer-examples">
            {examples.map((example) => (
              <li key={example.title}>
                <button type="button" className="link" onClick={() => setSql(example.sql)}>
                  {example.title}
                </button>
              </li>
            ))}
          </ul>
        </section>
        <div ref={names}>{children}</div>
      </div>
    </div>
  );
}
