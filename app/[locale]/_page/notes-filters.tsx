import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DESK_STATES, NOTE_KINDS, TARGET_KINDS } from "@/lib/annotations";
import { labelOf } from "@/lib/codes/labels";
import { localHref, type Locale } from "@/lib/links";
import type { NotesAddress } from "./notes-address";

type Props = {
  asked: NotesAddress;
  choices: { editions: readonly string[]; authors: readonly string[] };
  locale: Locale;
};

/** What the table of notes is narrowed by: a form of the address, without script. */
export async function NotesFilters({ asked, choices, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const lists = [
    { name: "etat", label: t("status"), options: DESK_STATES.map((one) => [one, t(`statuses.${one}`)]) },
    {
      name: "genre",
      label: t("columns.kind"),
      options: NOTE_KINDS.map((one) => [one, labelOf("noteKind", one)[locale]]),
    },
    {
      name: "cible",
      label: t("columns.target"),
      options: TARGET_KINDS.map((one) => [one, labelOf("targetKind", one)[locale]]),
    },
    { name: "edition", label: t("columns.edition"), options: choices.editions.map((one) => [one, one]) },
    { name: "auteur", label: t("columns.author"), options: choices.authors.map((one) => [one, one]) },
  ] as const;
  const path = localHref(locale, "/admin/annotations");
  const filtered = lists.some(({ name }) => asked[name] !== undefined) || asked.q !== undefined;
  return (
    <form className="journal-filters" action={path} role="search" aria-label={t("filter")}>
      {lists.map(({ name, label, options }) => (
        <label key={name}>
          {label}
          <select name={name} defaultValue={asked[name] ?? ""} key={asked[name]}>
            <option value="">{t("any")}</option>
            {options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        {t("words")}
        <input type="search" name="q" defaultValue={asked.q} maxLength={200} />
      </label>
      {asked.tri && <input type="hidden" name="tri" value={asked.tri} />}
      <button className="button">{t("filter")}</button>
      {filtered && (
        <Link href={path} prefetch={false} className="link">
          {t("clear")}
        </Link>
      )}
    </form>
  );
}
