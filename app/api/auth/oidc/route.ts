import { hasProvider } from "@/lib/auth/oidc";
import { startProvider } from "@/lib/auth/provider-start";
import { returnPath } from "@/lib/auth/return-path";
import { log, reasonOf } from "@/lib/watch/log";

const here = (location: string) => new Response(null, { status: 303, headers: { Location: location } });

const escaped = (text: string) => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Sends someone to the provider. Not by a redirect: the page's policy lets forms lead to this site alone, and browsers
 * hold redirects of a form to it too.
 */
export async function POST(request: Request): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  if (!hasProvider() || (site !== null && site !== "same-origin")) return new Response(null, { status: 404 });
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const home = text("locale") === "en" ? "/en" : "";
  try {
    const { url, cookies } = await startProvider(returnPath(text("callback"), `${home}/admin`));
    const headers = new Headers({
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      Refresh: `0;url=${url}`,
    });
    for (const cookie of cookies) headers.append("Set-Cookie", cookie);
    const link = `<a href="${escaped(url)}">${escaped(new URL(url).host)}</a>`;
    return new Response(
      `<!doctype html><meta charset="utf-8"><title>${escaped(new URL(url).host)}</title>${link}`,
      {
        headers,
      },
    );
  } catch (cause) {
    log.error({ event: "provider_start_failed", reason: reasonOf(cause) });
    return here(`${home}/connexion?error=provider`);
  }
}
