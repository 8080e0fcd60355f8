const HERE = "http://here.invalid";

/**
 * Where to go after signing in: a path of this site, or the fallback. Addresses of other sites, in any disguise, are not
 * followed.
 */
export function returnPath(given: string | null | undefined, fallback: string): string {
  if (!given || !/^\/(?![/\\])/.test(given) || /[\u0000-\u0020\\]/.test(given)) return fallback;
  const url = URL.canParse(given, HERE) ? new URL(given, HERE) : undefined;
  return url?.origin === HERE && !url.pathname.startsWith("//")
    ? `${url.pathname}${url.search}${url.hash}`
    : fallback;
}
