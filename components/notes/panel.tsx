"use client";

import { useRouter } from "next/navigation";
import { createContext, useContext, useEffect, useRef, type ReactNode, type RefObject } from "react";

/** Narrower than this the page can't be read beside the panel, which then covers it and holds the focus. */
const NARROW = "(max-width: 899px)";

/** Keeps what is typed in the panel; false when it could not be kept. */
type Guard = () => Promise<boolean>;
const Guarded = createContext<RefObject<Guard | undefined> | null>(null);

/** Has the panel, where there is one, keep what is typed before it closes. */
export function useGuard(guard: Guard): void {
  const guardRef = useContext(Guarded);
  useEffect(() => {
    if (!guardRef) return;
    guardRef.current = guard;
    return () => void (guardRef.current = undefined);
  }, [guardRef, guard]);
}

/**
 * A panel beside the page: the page stays there to be read and used. Escape or the cross closes it, and the focus goes
 * back to what opened it. On a phone it covers the page, and the focus stays within.
 */
export function Panel({
  words,
  children,
}: {
  words: { label: string; close: string; unkept: string };
  children: ReactNode;
}) {
  const panel = useRef<HTMLDialogElement>(null);
  const guard = useRef<Guard>(undefined);
  const router = useRouter();

  useEffect(() => {
    const opener = document.activeElement;
    const dialog = panel.current;
    if (!dialog) return;
    if (matchMedia(NARROW).matches) dialog.showModal();
    else {
      dialog.show();
      // On a phone its keyboard would hide what the panel is about.
      dialog.querySelector<HTMLElement>("[data-first]")?.focus();
    }
    // The page is narrower now: what was being read comes back into sight.
    opener?.scrollIntoView({ block: "nearest" });
    return () => {
      dialog.close();
      // The page may have been read again since, with another link in the place of that one.
      const href = opener?.getAttribute("href");
      const same = href && document.querySelector(`a[href="${CSS.escape(href)}"]`);
      const back = opener?.isConnected ? opener : same;
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
  }, []);

  const close = async () => {
    if ((await guard.current?.()) === false && !confirm(words.unkept)) return;
    router.back();
  };
  return (
    <dialog
      ref={panel}
      className="panel"
      aria-label={words.label}
      onCancel={(event) => {
        event.preventDefault();
        void close();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        void close();
      }}
    >
      <button type="button" className="panel-close" onClick={() => void close()}>
        <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16" stroke="currentColor">
          <path d="M3 3l10 10M13 3L3 13" strokeWidth="1.6" />
        </svg>
        <span className="sr-only">{words.close}</span>
      </button>
      <Guarded value={guard}>{children}</Guarded>
    </dialog>
  );
}
