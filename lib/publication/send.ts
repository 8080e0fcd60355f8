import "server-only";
import { setGlobalProxyFromEnv } from "node:http";
import type { SessionUser } from "@/lib/auth/types";
import { OfficialError, fillOfficial } from "@/lib/editions/official";
import { env } from "@/lib/env";
import { auditRefusal, auditUpload } from "./acts";
import { receiveForm } from "./receive";
import { UploadRefused } from "./refused";
import { RESOURCES, type Upload, type UploadRefusal } from "./types";
import { removeUpload, takeIn } from "./uploads";

type Sent = { upload: Upload } | { refusal: UploadRefusal; typed: Readonly<Record<string, string>> };

/** The manifest that a form describes, not yet looked at. */
function manifestOf(typed: ReadonlyMap<string, string>, present: readonly string[]): unknown {
  const text = (name: string) => typed.get(name)?.trim() ?? "";
  return {
    id: text("id"),
    title: { fr: text("title-fr"), en: text("title-en") },
    asOf: text("as-of"),
    kind: text("kind"),
    reference: text("reference"),
    licence: text("licence"),
    publisher: text("publisher"),
    sources: present
      .map((resource) => ({ resource, url: text(`source-${resource}`) }))
      .filter(({ url }) => url !== ""),
  };
}

/** Takes an edition in and tells the audit, as it tells of a refusal. */
async function sent(
  user: SessionUser,
  origin: Upload["origin"],
  typed: ReadonlyMap<string, string>,
  fill: (folder: string) => Promise<unknown>,
): Promise<Sent> {
  try {
    const by = { id: user.id, name: user.name };
    const upload = await takeIn(by, origin, fill);
    await auditUpload(user, upload).catch(async (cause: unknown) => {
      // What the audit does not know of does not wait.
      await removeUpload(upload.id);
      throw cause;
    });
    return { upload };
  } catch (cause) {
    if (!(cause instanceof UploadRefused)) throw cause;
    await auditRefusal(user, typed.get("id") ?? "", cause.refusal);
    return { refusal: cause.refusal, typed: Object.fromEntries(typed) };
  }
}

/**
 * Takes in the edition that a form brings. @returns the upload that waits, or why it was refused and what was typed
 * @throws StoreUnavailable, AccessRefused
 */
export function sendForm(user: SessionUser, request: Parameters<typeof receiveForm>[0]): Promise<Sent> {
  const typed = new Map<string, string>();
  return sent(user, "file", typed, async (folder) => {
    const files = await receiveForm(request, folder, typed);
    if (!files.organisations) throw new UploadRefused({ code: "no-file" });
    for (const resource of RESOURCES) {
      // Said by browsers that can: what they read, to the byte.
      const said = typed.get(`sha256-${resource}`);
      if (said && said !== files[resource]) throw new UploadRefused({ code: "different" });
    }
    return manifestOf(
      typed,
      RESOURCES.filter((resource) => files[resource] !== undefined),
    );
  });
}

/** Takes in the official 2022 edition from its publisher. @param options where else to look, for tests */
export function sendOfficial(
  user: SessionUser,
  options: Parameters<typeof fillOfficial>[1] = {},
): Promise<Sent> {
  return sent(user, "official", new Map([["id", "2022"]]), async (folder) => {
    if (env.OFFLINE) throw new UploadRefused({ code: "offline" });
    // Behind a proxy, HTTPS_PROXY and NO_PROXY say where to go.
    const restore = setGlobalProxyFromEnv();
    try {
      return (await fillOfficial(folder, options)).manifest;
    } catch (cause) {
      if (!(cause instanceof OfficialError)) throw cause;
      throw new UploadRefused({ code: "download", reason: cause.message }, cause);
    } finally {
      restore();
    }
  });
}
