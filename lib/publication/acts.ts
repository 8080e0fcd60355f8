import "server-only";
import { cp } from "node:fs/promises";
import { requireAdministrator } from "@/lib/auth/accounts";
import type { SessionUser } from "@/lib/auth/types";
import { currentState, refreshEngine } from "@/lib/engine/engine";
import { EDITION_ID } from "@/lib/editions/manifest";
import { PublicationError, publishEdition, restoreVersion, withdrawEdition } from "@/lib/editions/publish";
import { env } from "@/lib/env";
import { write } from "@/lib/store";
import { recordAudit } from "@/lib/store/audit";
import { dropPreview } from "./staged-state";
import type { Upload, UploadRefusal } from "./types";
import { removeUpload, uploadFolder } from "./uploads";

type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** Does something to an edition and tells the audit, both or neither. @throws AccessRefused, StoreUnavailable, as `work` */
async function audited(
  user: SessionUser,
  action: string,
  edition: string,
  detail: Detail,
  work: () => Promise<Detail | void> = async () => {},
): Promise<void> {
  await write(async (tx) => {
    await requireAdministrator(tx, user);
    const found = await work();
    await recordAudit(tx, user, `edition.${action}`, `edition/${edition}`, { ...detail, ...found });
  });
}

const factsOf = ({ identity, origin, rows }: Upload): Detail => ({
  ...{ identity, origin, organisations: rows.organisations, platforms: rows.platforms },
});

/** Tells the audit of an edition taken in, or of one refused. */
export const auditUpload = (user: SessionUser, upload: Upload) =>
  audited(user, "uploaded", upload.manifest.id, factsOf(upload));

/** @param id as typed; what can't be an edition's is not repeated */
export const auditRefusal = (user: SessionUser, id: string, refusal: UploadRefusal) =>
  audited(user, "refused", EDITION_ID.test(id) ? id : "unnamed", {
    code: refusal.code,
    ...(refusal.code === "edition" && {
      file: refusal.refusal.file,
      line: refusal.refusal.line,
      column: refusal.refusal.column,
    }),
  });

/**
 * Puts an upload in place; this process serves it when the promise is kept, others within two seconds.
 * @param expected identity of the edition that the preview compared it with under the same id; null when there was none
 * @throws PublicationError when it can't be, or when that edition has changed since
 */
export async function publishUpload(
  user: SessionUser,
  upload: Upload,
  expected: string | null,
): Promise<void> {
  const { id } = upload.manifest;
  await audited(user, "published", id, { ...factsOf(upload), replaced: expected }, async () => {
    const copy = (folder: string) => cp(uploadFolder(upload), folder, { recursive: true });
    return { outcome: await publishEdition(env.DATA_DIR, id, copy, expected) };
  });
  await refreshEngine();
  dropPreview(upload.id);
  await removeUpload(upload.id);
}

/** Takes an upload away unpublished. */
export async function discardUpload(user: SessionUser, upload: Upload): Promise<void> {
  await audited(user, "discarded", upload.manifest.id, factsOf(upload), async () => {
    dropPreview(upload.id);
    await removeUpload(upload.id);
  });
}

/** Goes back to a version that an edition had before. @throws PublicationError */
export async function restoreEdition(user: SessionUser, id: string, version: string): Promise<void> {
  await audited(user, "restored", id, { version }, () => restoreVersion(env.DATA_DIR, id, version));
  await refreshEngine();
}

/** Takes an edition out of what is served; it stays among its versions. @throws PublicationError */
export async function withdraw(user: SessionUser, id: string): Promise<void> {
  const { editions } = await currentState();
  if (editions.has(id) && editions.size === 1)
    throw new PublicationError("last", `edition ${id} is the only one served`);
  await audited(user, "withdrawn", id, {}, () => withdrawEdition(env.DATA_DIR, id));
  await refreshEngine();
}
