import { leavingPage } from "@/app/api/_http/leaving-page";
import { backFromProvider, leavingFor } from "@/lib/auth/provider-end";

const to = (location: string) => new Response(null, { status: 303, headers: { Location: location } });

/** The way out to the provider of who has signed out here, and, with the state that went there, the way back. */
export async function GET(request: Request): Promise<Response> {
  const state = new URL(request.url).searchParams.get("state");
  if (state !== null) return to(await backFromProvider(state));
  const url = await leavingFor();
  return url === undefined ? to("/") : leavingPage(url);
}
