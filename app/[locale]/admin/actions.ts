"use server";

import { revalidatePath } from "next/cache";
import { formAction, localeOf, textOf } from "@/app/[locale]/_page/form-action";
import type { FormState } from "@/components/account/types";
import { findAccount, inviteAccount } from "@/lib/auth/accounts";
import { AccessRefused, AccountRefused } from "@/lib/auth/errors";
import { allowSignIn } from "@/lib/auth/limits";
import { changeOwnPassword, renewLink, setDisabled, setRole } from "@/lib/auth/manage";
import { siteUrl } from "@/lib/auth/secret";
import { currentAccount, requireAdmin, startSession } from "@/lib/auth/session";
import { localHref, type Locale } from "@/lib/links";
import { requestAddress } from "@/lib/response-status";

const linkOf = (locale: Locale, secret: string) =>
  `${siteUrl()}${localHref(locale, `/connexion/lien/${secret}`)}`;

const shown = () => revalidatePath("/[locale]/admin/utilisateurs", "page");

const changingPassword = formAction(async (form) => {
  const account = await currentAccount();
  if (!account) throw new AccessRefused(401);
  const [present, chosen] = [textOf(form, "password"), textOf(form, "new-password")];
  if (chosen !== textOf(form, "password-again")) return { error: "different" };
  // A session left open must not serve to guess the password.
  if (!(await allowSignIn(account.email, requestAddress()))) return { error: "throttled" };
  await changeOwnPassword(account, { present, chosen });
  const renewed = await findAccount({ id: account.id });
  if (renewed) await startSession(renewed);
  return { done: "passwordChanged" };
});

/** Changes one's own password; sessions elsewhere end, this one goes on. */
export async function changePassword(state: FormState, form: FormData): Promise<FormState> {
  return changingPassword(state, form);
}

const inviting = formAction(async (form) => {
  const actor = await requireAdmin();
  const name = textOf(form, "name").trim().slice(0, 100);
  if (name === "") throw new AccountRefused("name");
  const role = textOf(form, "role") === "admin" ? "admin" : "editor";
  const secret = await inviteAccount(actor, { email: textOf(form, "email"), name, role });
  shown();
  return { done: "invited", link: linkOf(localeOf(form), secret) };
});

/** Invites someone, and shows the one-time link to hand over. */
export async function invite(state: FormState, form: FormData): Promise<FormState> {
  return inviting(state, form);
}

const managing = formAction(async (form) => {
  const actor = await requireAdmin();
  const id = textOf(form, "id");
  const change = textOf(form, "change");
  switch (change) {
    case "enable":
    case "disable":
      await setDisabled(actor, id, change === "disable");
      break;
    case "editor":
    case "admin":
      await setRole(actor, id, change);
      break;
    case "link":
      return { done: "linked", link: linkOf(localeOf(form), await renewLink(actor, id)) };
    default:
      throw new AccountRefused("unknown");
  }
  shown();
  return { done: change };
});

/** Closes or opens an account, changes its role, or makes it a new link. */
export async function manageAccount(state: FormState, form: FormData): Promise<FormState> {
  return managing(state, form);
}
