import type { Severity } from "@/lib/codes/quality";
import type { Manifest, Refusal } from "@/lib/editions/types";

/** The files an administrator may send, by the names of their resources. */
export const RESOURCES = ["organisations", "plateformes"] as const;
export type Resource = (typeof RESOURCES)[number];

/** What an administrator types of an edition, as the form names it, in its order. */
export const UPLOAD_FIELDS = [
  ...["id", "title-fr", "title-en", "as-of", "kind", "reference", "publisher", "licence"],
  ...["source-organisations", "source-plateformes"],
] as const;

/** Why an upload was not taken; `edition` carries the reader's own words. */
export type UploadRefusal =
  | {
      code:
        "not-a-form" | "no-length" | "too-large" | "cut" | "no-file" | "unexpected" | "different" | "waiting";
    }
  | { code: "not-writable" | "disk-full" | "offline" }
  | { code: "download"; reason: string }
  | { code: "edition"; refusal: Refusal; counts: Record<Severity, number> };

/** An edition that waits for its publication: accepted by the reader, served to nobody. */
export type Upload = {
  /** A UUID. */
  id: string;
  by: { id: string; name: string };
  /** ISO moment. */
  at: string;
  origin: "file" | "official";
  manifest: Manifest;
  identity: string;
  files: { name: string; bytes: number; sha256: string }[];
  rows: { organisations: number; platforms: number };
  counts: Record<Severity, number>;
};
