import { leavingPage } from "@/app/api/_http/leaving-page";
import { hasProvider } from "@/lib/auth/oidc";
import { startProvider } from "@/lib/auth/provider-start";
import { returnPath } from "@/lib/auth/return-path";
import { log, reasonOf } from "@/lib/watch/log";

const here = (location: string) => new Response(null, { status: 303, headers: { Location: location } });

/** Sends someone to the provider, to sign in. */
export async function POST(request: Request): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  if (!hasProvider() || (site !== null && site !== "same-origin")) return new Response(null, { status: 404 });
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const home = text("locale") === "en" ? "/en" : "";
  try {
    const { url, cookies } = await startProvider(returnPath(text("callback"), `${home}/admin`));
    return leavingPage(url, cookies);
  } catch (cause) {
    log.error({ event: "provider_start_failed", reason: reasonOf(cause) });
    return here(`${home}/connexion?error=provider`);
  }
}
