import type { Manifest } from "./types";

/** When an official edition was put online, where it is known. */
const PUT_ONLINE: Readonly<Record<string, string>> = { "2022": "2023-02-02" };

/**
 * Day an edition was issued: when it was put online if that is known, else the day of its state, the one date that a
 * manifest has.
 */
export const issuedOn = ({ id, kind, asOf }: Pick<Manifest, "id" | "kind" | "asOf">): string =>
  (kind === "official" ? PUT_ONLINE[id] : undefined) ?? asOf;
