"use server";

import { redirect } from "next/navigation";
import { formAction, localeOf, textOf } from "@/app/[locale]/_page/form-action";
import type { FormState } from "@/components/account/types";
import { acceptLink } from "@/lib/auth/accept";
import { findAccount } from "@/lib/auth/accounts";
import { leaveProvider } from "@/lib/auth/provider-end";
import { returnPath } from "@/lib/auth/return-path";
import { requireSameSite } from "@/lib/auth/same-site";
import { endSession, startSession } from "@/lib/auth/session";
import { signInWithPassword } from "@/lib/auth/sign-in";
import { localHref } from "@/lib/links";
import { requestAddress } from "@/lib/response-status";

const signingIn = formAction(async (form) => {
  const given = { email: textOf(form, "email"), password: textOf(form, "password") };
  const answer = await signInWithPassword(given, requestAddress());
  if ("refused" in answer) return { error: answer.refused };
  await startSession(answer.account);
  redirect(returnPath(textOf(form, "retour"), localHref(localeOf(form), "/admin")));
});

/** Signs in by e-mail and password, then goes where the reader was heading. */
export async function signIn(state: FormState, form: FormData): Promise<FormState> {
  return signingIn(state, form);
}

const accepting = formAction(async (form) => {
  const [name, password] = [textOf(form, "name").trim(), textOf(form, "password")];
  if (password !== textOf(form, "password-again")) return { error: "different" };
  const id = await acceptLink({
    secret: textOf(form, "link-secret"),
    email: textOf(form, "email"),
    name: name.slice(0, 100),
    password,
  });
  const account = await findAccount({ id });
  if (account) await startSession(account);
  redirect(localHref(localeOf(form), "/admin"));
});

/** Uses a one-time link: the first account, an invitation or a new password; who used it is signed in. */
export async function accept(state: FormState, form: FormData): Promise<FormState> {
  return accepting(state, form);
}

/** Signs out, in every browser; who came by the provider is sent there, to sign out of it too. */
export async function signOut(form: FormData): Promise<void> {
  await requireSameSite();
  const home = localHref(localeOf(form), "/");
  const idToken = await endSession();
  redirect(idToken === undefined ? home : await leaveProvider(idToken, home));
}
