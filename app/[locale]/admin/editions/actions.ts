"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { keepRefusal } from "@/app/[locale]/_page/refusal-cookie";
import { formAction, localeOf, textOf } from "@/app/[locale]/_page/form-action";
import type { FormState } from "@/components/account/types";
import { requireAdmin } from "@/lib/auth/session";
import { EDITION_ID } from "@/lib/editions/manifest";
import { PublicationError } from "@/lib/editions/publication-error";
import { localHref } from "@/lib/links";
import { discardUpload, publishUpload, restoreEdition, withdraw } from "@/lib/publication/acts";
import { sendOfficial } from "@/lib/publication/send";
import { findUpload } from "@/lib/publication/uploads";

const PAGE = "/admin/editions";
// Every page tells of editions.
const changed = () => revalidatePath("/", "layout");

function editionOf(form: FormData): string {
  const id = textOf(form, "edition");
  if (!EDITION_ID.test(id)) throw new PublicationError("gone", "no such edition");
  return id;
}

async function uploadOf(form: FormData) {
  const upload = await findUpload(textOf(form, "upload"));
  if (!upload) throw new PublicationError("gone", "no such upload");
  return upload;
}

const fetching = formAction(async (form) => {
  const user = await requireAdmin();
  const sent = await sendOfficial(user);
  const locale = localeOf(form);
  if ("upload" in sent) redirect(localHref(locale, `${PAGE}/${sent.upload.id}`));
  await keepRefusal({ ...sent, typed: {} });
  redirect(localHref(locale, `${PAGE}?refus=1#envoyer`));
});

/** Brings the official edition from its publisher, to be looked at before it is published. */
export async function fetchEdition(state: FormState, form: FormData): Promise<FormState> {
  return fetching(state, form);
}

const publishing = formAction(async (form) => {
  const user = await requireAdmin();
  const upload = await uploadOf(form);
  if (textOf(form, "confirmed") !== "yes") return { error: "unconfirmed" };
  await publishUpload(user, upload, textOf(form, "expected") || null);
  changed();
  redirect(localHref(localeOf(form), `${PAGE}?fait=published&edition=${upload.manifest.id}`));
});

/** Puts an edition in place. */
export async function publishEdition(state: FormState, form: FormData): Promise<FormState> {
  return publishing(state, form);
}

const discarding = formAction(async (form) => {
  const user = await requireAdmin();
  await discardUpload(user, await uploadOf(form));
  redirect(localHref(localeOf(form), `${PAGE}?fait=discarded`));
});

/** Takes an edition that waits away. */
export async function discardEdition(state: FormState, form: FormData): Promise<FormState> {
  return discarding(state, form);
}

const restoring = formAction(async (form) => {
  const user = await requireAdmin();
  const id = editionOf(form);
  await restoreEdition(user, id, textOf(form, "version"));
  changed();
  redirect(localHref(localeOf(form), `${PAGE}?fait=restored&edition=${id}`));
});

/** Goes back to a version of an edition. */
export async function restoreVersion(state: FormState, form: FormData): Promise<FormState> {
  return restoring(state, form);
}

const withdrawing = formAction(async (form) => {
  const user = await requireAdmin();
  const id = editionOf(form);
  if (textOf(form, "confirmed") !== "yes") return { error: "unconfirmed" };
  await withdraw(user, id);
  changed();
  redirect(localHref(localeOf(form), `${PAGE}?fait=withdrawn&edition=${id}`));
});

/** Takes an edition out of what is served. */
export async function withdrawEdition(state: FormState, form: FormData): Promise<FormState> {
  return withdrawing(state, form);
}
