import { useCallback, useEffect, useRef, useState, type FormEvent } from "react";
import type { Kept } from "./types";

/** How long after the last key what is typed is kept, and how long until it is tried again, in milliseconds. */
const PAUSE_MS = 1_200;
const RETRY_MS = [2_000, 5_000, 10_000, 30_000];

/** What came of it: `at` is when it was last kept; with an error, it is tried again by itself. */
export type DraftState = { at?: string; keeping: boolean; error?: string };

/**
 * Keeps what is typed in a form a moment after the last key, and again until it could be. While it is not kept, leaving
 * the page is warned of; a form that goes away with its page is kept on its way.
 */
export function useKeptDraft(keep: (form: FormData) => Promise<Kept>) {
  const [state, setState] = useState<DraftState>({ keeping: false });
  /** What is typed and not kept yet. */
  const unkept = useRef<FormData>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const failures = useRef(0);
  const held = useRef(false);

  const send = useCallback(
    async function send(): Promise<boolean> {
      held.current = false;
      clearTimeout(timer.current);
      const form = unkept.current;
      if (!form) return true;
      setState((before) => ({ ...before, keeping: true }));
      // Nobody answers: the network, or the server, is away.
      const kept = await keep(form).catch((): Kept => ({ error: "offline" }));
      const done = "at" in kept;
      if (done && unkept.current === form) unkept.current = undefined;
      failures.current = done ? 0 : failures.current + 1;
      setState((before) => (done ? { ...kept, keeping: false } : { ...before, ...kept, keeping: false }));
      if (!done && unkept.current === form)
        timer.current = setTimeout(
          () => void send(),
          RETRY_MS[Math.min(failures.current, RETRY_MS.length) - 1],
        );
      return done;
    },
    [keep],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unkept.current) event.preventDefault();
    };
    const again = () => void send();
    addEventListener("beforeunload", warn);
    addEventListener("online", again);
    return () => {
      removeEventListener("beforeunload", warn);
      removeEventListener("online", again);
      void send().finally(() => clearTimeout(timer.current));
    };
  }, [send]);

  const typed = (event: FormEvent<HTMLFormElement>) => {
    unkept.current = new FormData(event.currentTarget);
    clearTimeout(timer.current);
    if (!held.current) timer.current = setTimeout(() => void send(), PAUSE_MS);
  };
  /** The note is on its way: kept after it, what it holds would come back as a draft. `flush` keeps again. */
  const hold = () => {
    held.current = true;
    clearTimeout(timer.current);
  };
  /** The note itself was saved: there is nothing left to keep. */
  const saved = () => {
    held.current = false;
    clearTimeout(timer.current);
    unkept.current = undefined;
  };
  return { state, typed, hold, saved, flush: send };
}
