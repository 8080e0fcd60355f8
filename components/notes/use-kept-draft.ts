import { useEffect, useRef, useState, type FormEvent } from "react";

/** How long after the last key what is typed is kept, in milliseconds. */
const PAUSE_MS = 1_200;

/** Keeps what is typed in a form a moment after the last key; says whether it did. */
export function useKeptDraft(keep: (form: FormData) => Promise<boolean>) {
  const [state, setState] = useState<"idle" | "keeping" | "kept" | "failed">("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const typed = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setState("keeping");
      keep(new FormData(form)).then(
        (done) => setState(done ? "kept" : "failed"),
        () => setState("failed"),
      );
    }, PAUSE_MS);
  };
  return { state, typed };
}
