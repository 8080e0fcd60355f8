"use client";

import { useEffect } from "react";
import { toAddress } from "@/lib/explorer/address";

/** How long after the last key the address follows. */
const QUIET_MS = 400;

const withQuery = (address: string, edition: string, sql: string | null) => {
  const url = new URL(address, window.location.href);
  url.searchParams.set("edition", edition);
  if (sql === null || sql === "") url.searchParams.delete("sql");
  else url.searchParams.set("sql", sql);
  return `${url.pathname}${url.search}`;
};

/** The whole address of the page with this query. */
export const linkTo = (sql: string, edition: string): string =>
  `${window.location.origin}${withQuery(window.location.href, edition, toAddress(sql))}`;

/**
 * Keeps the query in the page's address, without asking the server, and in the header's link to the other language, which
 * the server wrote before the query changed.
 */
export function useAddress(sql: string, edition: string, changed: boolean): void {
  useEffect(() => {
    if (!changed) return;
    const timer = setTimeout(() => {
      const packed = toAddress(sql);
      window.history.replaceState(window.history.state, "", withQuery(window.location.href, edition, packed));
      for (const link of document.querySelectorAll<HTMLAnchorElement>("header a[hreflang]"))
        link.href = withQuery(link.href, edition, packed);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [sql, edition, changed]);
}
