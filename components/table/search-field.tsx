"use client";

import { useEffect, useRef } from "react";

/**
 * The words searched for. What is typed stays while the page changes around it, and keeps the focus; when the address
 * asks for other words (a filter taken away, the reader gone back), the field says those.
 */
export function SearchField({ asked, placeholder }: { asked: string; placeholder: string }) {
  const field = useRef<HTMLInputElement>(null);
  const said = useRef(asked);
  useEffect(() => {
    if (said.current === asked) return;
    said.current = asked;
    if (field.current) field.current.value = asked;
  }, [asked]);
  return (
    <input
      ref={field}
      type="search"
      name="q"
      defaultValue={asked}
      maxLength={200}
      placeholder={placeholder}
    />
  );
}
