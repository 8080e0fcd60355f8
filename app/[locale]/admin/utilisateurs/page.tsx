import { getTranslations } from "next-intl/server";
import { invite } from "@/app/[locale]/admin/actions";
import { answersOf } from "@/app/[locale]/_page/account-words";
import { AccountsTable } from "@/app/[locale]/_page/accounts-table";
import { adminPage } from "@/app/[locale]/_page/admin-page";
import { AccountForm } from "@/components/account/account-form";
import { listAccounts } from "@/lib/auth/accounts";

/** The accounts: who they are, what they may do, and inviting someone. */
const { Page, generateMetadata } = adminPage({
  path: "/admin/utilisateurs",
  role: "admin",
  title: async (locale) => (await getTranslations({ locale, namespace: "account" }))("sections.users"),
  render: async ({ user, locale }) => {
    const t = await getTranslations({ locale, namespace: "account" });
    const [accounts, answers] = await Promise.all([listAccounts(), answersOf(locale)]);
    return (
      <div className="admin-users">
        <section className="admin-list">
          <h1>{t("sections.users")}</h1>
          <AccountsTable accounts={accounts} own={user.id} locale={locale} answers={answers} />
        </section>
        <section className="form-page">
          <h2>{t("invite.title")}</h2>
          <p className="form-intro">{t("invite.intro")}</p>
          <AccountForm
            action={invite}
            hidden={{ locale }}
            about={{ email: ["email"], exists: ["email"], name: ["name"] }}
            submit={t("invite.submit")}
            answers={answers}
            fields={[
              { name: "email", label: t("fields.email"), type: "email", autoComplete: "off" },
              { name: "name", label: t("fields.name"), type: "text", autoComplete: "off" },
              {
                name: "role",
                label: t("fields.role"),
                hint: t("fields.roleHint"),
                type: "select",
                autoComplete: "off",
                value: "editor",
                options: (["editor", "admin"] as const).map((role) => ({
                  value: role,
                  label: t(`role.${role}`),
                })),
              },
            ]}
          />
        </section>
      </div>
    );
  },
});

export { generateMetadata };
export default Page;
