"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/** After so long nothing comes any more, or the address led back to this page. In milliseconds. */
const PATIENCE = 15_000;

/** Whether following a link leads to another page of the site in this window; files and places of this page do not. */
function leadsAway({ href, origin, pathname, search, target, download }: HTMLAnchorElement): boolean {
  const here = window.location;
  if (href === "" || origin !== here.origin || (target !== "" && target !== "_self")) return false;
  if (download !== "" || pathname.startsWith("/api/") || /\.[a-z]+$/.test(pathname)) return false;
  return pathname !== here.pathname || search !== here.search;
}

/** A line at the top of the window from the press of a link until its page is there: a slow network answers at once. */
export function ProgressLine() {
  const place = `${usePathname()}?${useSearchParams().toString()}`;
  const [left, setLeft] = useState<string | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onClick = (event: MouseEvent) => {
      const { button, metaKey, ctrlKey, shiftKey, altKey, target } = event;
      if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
      const link = target instanceof Element ? target.closest("a") : null;
      if (!(link instanceof HTMLAnchorElement) || !leadsAway(link)) return;
      setLeft(place);
      clearTimeout(timer);
      timer = setTimeout(() => setLeft(null), PATIENCE);
    };
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [place]);

  return <div className="progress-line" data-on={left === place || undefined} aria-hidden="true" />;
}
