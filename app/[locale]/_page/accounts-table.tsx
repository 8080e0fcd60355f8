import "server-only";
import { getTranslations } from "next-intl/server";
import { manageAccount } from "@/app/[locale]/admin/actions";
import { AccountActions } from "@/components/account/account-actions";
import type { Answers } from "@/components/account/types";
import type { AccountSummary } from "@/lib/auth/types";
import { formatDate } from "@/lib/format";
import type { Locale } from "@/lib/links";

/** What can be done with an account as it is. */
function choicesFor({ state, role }: AccountSummary): readonly string[] {
  if (state === "disabled") return ["enable"];
  return ["link", role === "admin" ? "editor" : "admin", "disable"];
}

type Props = { accounts: AccountSummary[]; own: string; locale: Locale; answers: Answers };

/** Every account with what can be done with it; one's own role and closing are left to someone else. */
export async function AccountsTable({ accounts, own, locale, answers }: Props) {
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <ul className="account-list">
      {accounts.map((account) => (
        <li key={account.id} data-state={account.state}>
          <div className="account-card">
            <p className="account-name">
              {account.name}
              {account.id === own && <small> {t("users.you")}</small>}
            </p>
            <p className="account-mail">{account.email}</p>
            <p className="account-facts">
              {t(`role.${account.role}`)} · {t(`state.${account.state}`)} ·{" "}
              {t("users.since", { date: formatDate(locale, account.createdAt) })}
            </p>
          </div>
          {account.id !== own && (
            <AccountActions
              action={manageAccount}
              id={account.id}
              name={account.name}
              locale={locale}
              answers={answers}
              choices={choicesFor(account).map((name) => ({
                name,
                label: t(`choices.${name === "link" && account.state === "invited" ? "invite" : name}`),
              }))}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
