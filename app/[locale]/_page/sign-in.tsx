import "server-only";
import { getTranslations } from "next-intl/server";
import { signIn } from "@/app/[locale]/connexion/actions";
import { AccountForm } from "@/components/account/account-form";
import { hasProvider, providerName } from "@/lib/auth/oidc";
import type { Locale } from "@/lib/links";
import { answersOf } from "./account-words";

/** What next-auth and the provider may bring back, in our words. */
const ERRORS: Readonly<Record<string, string>> = { NotInvited: "notInvited", AccessDenied: "notInvited" };

type Props = { locale: Locale; heading: string; error: string | undefined };

/** E-mail and password, and the provider when there is one. */
export async function SignIn({ locale, heading, error }: Props) {
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <div className="form-page">
      <h1>{t("signIn.title")}</h1>
      <p className="form-intro">{t("signIn.intro")}</p>
      {hasProvider() && (
        <form method="post" action="/api/auth/oidc" className="form">
          <input type="hidden" name="callback" value={heading} />
          <input type="hidden" name="locale" value={locale} />
          <button type="submit" className="button">
            {t("signIn.provider", { name: providerName() })}
          </button>
          <p className="form-or">{t("signIn.or")}</p>
        </form>
      )}
      <AccountForm
        action={signIn}
        hidden={{ retour: heading, locale }}
        error={error === undefined ? undefined : (ERRORS[error] ?? "provider")}
        about={{ credentials: ["email", "password"] }}
        submit={t("signIn.submit")}
        answers={await answersOf(locale)}
        fields={[
          { name: "email", label: t("fields.email"), type: "email", autoComplete: "username" },
          {
            name: "password",
            label: t("fields.password"),
            type: "password",
            autoComplete: "current-password",
          },
        ]}
      />
      <p className="form-after">{t("signIn.forgotten")}</p>
    </div>
  );
}
