const escaped = (text: string) => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A page that leaves this site by itself. Not a redirect: the page's policy lets forms lead to this site alone, and
 * browsers hold redirects of a form to it too.
 */
export function leavingPage(url: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    Refresh: `0;url=${url}`,
  });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  const host = escaped(new URL(url).host);
  const link = `<a href="${escaped(url)}">${host}</a>`;
  return new Response(`<!doctype html><meta charset="utf-8"><title>${host}</title>${link}`, { headers });
}
