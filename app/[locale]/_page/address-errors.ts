import "server-only";
import { cache } from "react";

/** A parameter of the address that could not be honoured, as it was written. */
export type AddressError = { name: string; value: string };

// One holder a request: the page notes what it could not honour, the not-found page of the same request tells it.
const holder = cache((): { errors: readonly AddressError[] } => ({ errors: [] }));

export function reportAddressErrors(errors: readonly AddressError[]): void {
  holder().errors = errors;
}

/** What of the address could not be honoured, for the not-found page. */
export function addressErrors(): readonly AddressError[] {
  return holder().errors;
}
