import "server-only";
import { getTranslations } from "next-intl/server";
import { accept } from "@/app/[locale]/connexion/actions";
import { AccountForm } from "@/components/account/account-form";
import type { Field } from "@/components/account/types";
import type { LinkPurpose } from "@/lib/auth/links";
import type { Locale } from "@/lib/links";
import { answersOf, newPasswordFields } from "./account-words";

type Props = {
  locale: Locale;
  secret: string;
  purpose: LinkPurpose;
  /** What is known of who was invited. */
  email: string | undefined;
  name: string | undefined;
};

/** The form of a one-time link: what is not known yet of its owner, and their password. */
export async function AcceptLink({ locale, secret, purpose, email, name }: Props) {
  const t = await getTranslations({ locale, namespace: "account" });
  const fields: Field[] = await newPasswordFields(locale, "password");
  if (purpose !== "password")
    fields.unshift({
      name: "name",
      label: t("fields.name"),
      hint: t("fields.nameHint"),
      type: "text",
      autoComplete: "name",
      value: name,
    });
  if (email === undefined)
    fields.unshift({ name: "email", label: t("fields.email"), type: "email", autoComplete: "username" });
  return (
    <div className="form-page">
      <h1>{t(`link.${purpose}.title`)}</h1>
      <p className="form-intro">{t(`link.${purpose}.intro`, { email: email ?? "" })}</p>
      <AccountForm
        action={accept}
        hidden={{ "link-secret": secret, locale }}
        about={{
          email: ["email"],
          name: ["name"],
          different: ["password", "password-again"],
          ...Object.fromEntries(["short", "long", "common", "personal"].map((code) => [code, ["password"]])),
        }}
        submit={t(`link.${purpose}.submit`)}
        answers={await answersOf(locale)}
        fields={fields}
      />
    </div>
  );
}
