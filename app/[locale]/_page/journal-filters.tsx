import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NOTE_KINDS, TARGET_KINDS } from "@/lib/annotations";
import type { NotesAddress } from "@/lib/api/notes-query";
import { DEPARTMENTS } from "@/lib/codes/departments";
import { labelOf, type Dimension } from "@/lib/codes/labels";
import { REGIONS } from "@/lib/codes/regions";
import { termOf } from "@/lib/glossary";
import { localHref, pageHref, type Locale, type View } from "@/lib/links";

type Props = { asked: NotesAddress["asked"]; authors: readonly string[]; view: View; locale: Locale };

/** What the journal is narrowed by: a form of the address, without script. */
export async function JournalFilters({ asked, authors, view, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "notes" });
  const options = (dimension: Dimension, codes: readonly string[]) =>
    codes.map((value) => (
      <option key={value} value={value}>
        {labelOf(dimension, value)[locale]}
      </option>
    ));
  const territories = [
    { label: t("journal.regions"), codes: REGIONS.map(({ code }) => code) },
    { label: t("journal.departments"), codes: Object.keys(DEPARTMENTS).toSorted() },
  ];
  const choices = [
    { name: "kind", term: "note_kind", options: options("noteKind", NOTE_KINDS) },
    { name: "target_kind", term: "target_kind", options: options("targetKind", TARGET_KINDS) },
    {
      name: "territory",
      term: "territory",
      options: territories.map(({ label, codes }) => (
        <optgroup key={label} label={label}>
          {options("territory", codes)}
        </optgroup>
      )),
    },
    { name: "author", term: "author", options: options("none", authors) },
  ] as const;
  return (
    <form className="journal-filters" action={localHref(locale, "/journal")}>
      {view.edition && <input type="hidden" name="edition" value={view.edition} />}
      {asked.target && <input type="hidden" name="target" value={asked.target} />}
      {choices.map(({ name, term, options: offered }) => (
        <label key={name}>
          {termOf(term).label[locale]}
          <select name={name} defaultValue={asked[name] ?? ""} key={asked[name]}>
            <option value="">{t("journal.all")}</option>
            {offered}
          </select>
        </label>
      ))}
      {(["since", "until"] as const).map((name) => (
        <label key={name}>
          {termOf(name).label[locale]}
          <input type="date" name={name} defaultValue={asked[name]} key={asked[name]} />
        </label>
      ))}
      <button className="button">{t("journal.apply")}</button>
      {Object.keys(asked).length > 0 && (
        <Link href={localHref(locale, pageHref("/journal", view))} prefetch={false} className="link">
          {t("journal.every")}
        </Link>
      )}
    </form>
  );
}
