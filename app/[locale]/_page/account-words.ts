import "server-only";
import { getTranslations } from "next-intl/server";
import type { Answers, Field } from "@/components/account/types";
import { PASSWORD_LENGTH } from "@/lib/auth/passwords";
import type { Locale } from "@/lib/links";

const CODES = [
  ...["credentials", "throttled", "notInvited", "provider", "session", "forbidden", "store", "failed"],
  ...["exists", "unknown", "last-admin", "self", "link-used", "not-first", "wrong-password", "email", "name"],
  ...["different", "short", "long", "common", "personal"],
  ...["passwordChanged", "invited", "linked", "enable", "disable", "editor", "admin"],
  ...["link", "copy", "copied"],
] as const;

/** Everything an account's form may answer, in a language. */
export async function answersOf(locale: Locale): Promise<Answers> {
  const t = await getTranslations({ locale, namespace: "account.answers" });
  return Object.fromEntries(
    CODES.map((code) => [code, t(code, { least: PASSWORD_LENGTH.least, most: PASSWORD_LENGTH.most })]),
  );
}

/** A new password, typed twice. @param name of its field */
export async function newPasswordFields(locale: Locale, name: string): Promise<Field[]> {
  const t = await getTranslations({ locale, namespace: "account" });
  const shared = { type: "password", autoComplete: "new-password" } as const;
  return [
    {
      ...shared,
      name,
      label: t("fields.newPassword"),
      hint: t("fields.passwordHint", { least: PASSWORD_LENGTH.least }),
      minLength: PASSWORD_LENGTH.least,
    },
    { ...shared, name: "password-again", label: t("fields.passwordAgain") },
  ];
}
