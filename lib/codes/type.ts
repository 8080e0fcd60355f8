import { fold } from "./fold";
import { AUTHORITY_TYPES, TYPES, type TypeCode } from "./types";

// OAGT is the spelling of the 2020 file; METRO and MET69 are those of the register.
const ALIASES: ReadonlyMap<string, TypeCode> = new Map<string, TypeCode>([
  ...TYPES.map((code) => [fold(code), code] as const),
  ["oagt", "OACT"],
  ["metro", "MET"],
  ["met69", "MET"],
]);

/** The type a file means by a code, whatever its letter case; undefined when it is none of the list. */
export function typeOf(text: string): TypeCode | undefined {
  return ALIASES.get(fold(text));
}

/** Whether a type is that of a local authority (collectivité), as against an associated actor. */
export function isAuthority(type: TypeCode | null): boolean {
  return type !== null && (AUTHORITY_TYPES as readonly string[]).includes(type);
}
