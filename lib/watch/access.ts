import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { isDirectFromHere } from "@/lib/response-status";

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * Whether a request may read the counts: it brings METRICS_TOKEN, or, where none is set, it comes from this very
 * machine and through no proxy.
 */
export function mayMeasure(request: Request): boolean {
  if (env.METRICS_TOKEN === undefined) return isDirectFromHere();
  const given = request.headers.get("authorization") ?? "";
  return timingSafeEqual(digest(given), digest(`Bearer ${env.METRICS_TOKEN}`));
}
