import "server-only";
import { headers } from "next/headers";
import { AccessRefused } from "./errors";
import { siteUrl } from "./secret";

/**
 * Refuses a form sent from another site: Next compares the origin of actions, and lets through those that name none.
 * @throws AccessRefused
 */
export async function requireSameSite(): Promise<void> {
  const given = await headers();
  const site = given.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") throw new AccessRefused(403);
  const from = given.get("origin") ?? given.get("referer");
  if (from === null) return;
  const origin = URL.canParse(from) ? new URL(from) : undefined;
  if (origin && (origin.host === given.get("host") || origin.origin === siteUrl())) return;
  throw new AccessRefused(403);
}
