import { getTranslations } from "next-intl/server";
import { changePassword } from "@/app/[locale]/admin/actions";
import { answersOf, newPasswordFields } from "@/app/[locale]/_page/account-words";
import { adminPage } from "@/app/[locale]/_page/admin-page";
import { AccountForm } from "@/components/account/account-form";

/** One's own account: a new password. */
const { Page, generateMetadata } = adminPage({
  path: "/admin/compte",
  role: "editor",
  title: async (locale) => (await getTranslations({ locale, namespace: "account" }))("sections.own"),
  render: async ({ user, locale }) => {
    const t = await getTranslations({ locale, namespace: "account" });
    return (
      <div className="form-page">
        <h1>{t("own.title")}</h1>
        <p className="form-intro">{t("own.intro", { email: user.email })}</p>
        <AccountForm
          action={changePassword}
          hidden={{ locale }}
          about={{
            "wrong-password": ["password"],
            different: ["new-password", "password-again"],
            ...Object.fromEntries(
              ["short", "long", "common", "personal"].map((code) => [code, ["new-password"]]),
            ),
          }}
          submit={t("own.submit")}
          answers={await answersOf(locale)}
          fields={[
            {
              name: "password",
              label: t("fields.presentPassword"),
              type: "password",
              autoComplete: "current-password",
            },
            ...(await newPasswordFields(locale, "new-password")),
          ]}
        />
      </div>
    );
  },
});

export { generateMetadata };
export default Page;
