"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** A panel under its button. It opens without script; with it, Escape and a press elsewhere close it. */
export function Menu({ button, children }: { button: ReactNode; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (menu.current && !menu.current.contains(target as Node)) menu.current.open = false;
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return (
    <details ref={menu} className="menu">
      <summary className="tool">{button}</summary>
      {children}
    </details>
  );
}
