import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { signOut } from "@/app/[locale]/connexion/actions";
import { Menu } from "@/components/layout/menu";
import { currentUser } from "@/lib/auth/session";
import { localHref, type Locale } from "@/lib/links";
import { StoreUnavailable } from "@/lib/store";
import { sectionsFor } from "./admin-sections";

/** Who is signed in; a store that does not answer keeps nobody from reading, and the menu says so. */
async function whoIsIn() {
  try {
    return (await currentUser()) ?? "nobody";
  } catch (cause) {
    if (!(cause instanceof StoreUnavailable)) throw cause;
    return "unknown";
  }
}

/** In the header: the way to sign in, or the menu of who is signed in. */
export async function AccountMenu({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "account" });
  const user = await whoIsIn();
  if (user === "nobody" || user === "unknown") {
    const label = user === "nobody" ? t("menu.signIn") : t("menu.unknown");
    return (
      <Link
        href={localHref(locale, "/connexion")}
        prefetch={false}
        className="tool account-link"
        title={label}
      >
        <svg
          aria-hidden="true"
          viewBox="0 0 20 20"
          width="18"
          height="18"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        >
          <circle cx="10" cy="6.5" r="3.5" />
          <path d="M3 17.5c.8-3.6 3.5-5.2 7-5.2s6.2 1.6 7 5.2" strokeLinecap="round" />
        </svg>
        <span className="sr-only">{label}</span>
      </Link>
    );
  }
  return (
    <Menu
      button={
        <>
          <span className="account-initial" aria-hidden="true">
            {user.name.slice(0, 1).toUpperCase()}
          </span>
          <span className="sr-only">{t("menu.of", { name: user.name })}</span>
        </>
      }
    >
      <ul>
        <li className="account-who">
          {user.name}
          <small>{t(`role.${user.role}`)}</small>
        </li>
        {sectionsFor(user.role).map(({ path, name }) => (
          <li key={path}>
            <Link href={localHref(locale, path)} prefetch={false}>
              {t(`sections.${name}`)}
            </Link>
          </li>
        ))}
        <li>
          <form action={signOut}>
            <input type="hidden" name="locale" value={locale} />
            <button type="submit" className="account-out">
              {t("menu.signOut")}
            </button>
          </form>
        </li>
      </ul>
    </Menu>
  );
}
