import "server-only";
import { cache } from "react";
import type { ParameterError } from "@/lib/queries/request";

// One holder a request: the page notes what it could not honour, the not-found page of the same request tells it.
const holder = cache((): { errors: readonly ParameterError[] } => ({ errors: [] }));

export function reportAddressErrors(errors: readonly ParameterError[]): void {
  holder().errors = errors;
}

/** What of the address could not be honoured, for the not-found page. */
export function addressErrors(): readonly ParameterError[] {
  return holder().errors;
}
