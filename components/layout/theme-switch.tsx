"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

const CHOICES = ["system", "light", "dark"] as const;
type Choice = (typeof CHOICES)[number];

const never = () => () => {};

/** Turns from system to light to dark. The server does not know the choice: it is named once the page is alive. */
export function ThemeSwitch({ label, names }: { label: string; names: Record<Choice, string> }) {
  const { theme, setTheme } = useTheme();
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const current: Choice = alive && (theme === "light" || theme === "dark") ? theme : "system";
  const next = CHOICES[(CHOICES.indexOf(current) + 1) % CHOICES.length] ?? "system";
  return (
    <button
      type="button"
      className="tool theme-switch"
      onClick={() => setTheme(next)}
      title={`${label} ${names[current]}`}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 20 20"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      >
        <circle cx="10" cy="10" r="7" />
        <path d="M10 3a7 7 0 0 1 0 14Z" fill={current === "light" ? "none" : "currentColor"} />
        {current === "dark" && <circle cx="10" cy="10" r="7" fill="currentColor" />}
      </svg>
      <span className="sr-only">
        {label} {names[current]}
      </span>
    </button>
  );
}
