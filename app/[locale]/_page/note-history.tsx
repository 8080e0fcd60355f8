import "server-only";
import { getTranslations } from "next-intl/server";
import { changeNote } from "@/app/[locale]/admin/annotations/actions";
import { ChangeForm } from "@/components/notes/change-form";
import { Compared } from "@/components/notes/compared";
import type { Note, NoteVersion } from "@/lib/annotations";
import { labelOf } from "@/lib/codes/labels";
import { formatMoment } from "@/lib/format";
import type { Locale } from "@/lib/links";
import { compare } from "./note-form-data";
import { noteErrors } from "./note-editor";

type Words = Awaited<ReturnType<typeof getTranslations<"desk">>>;

/** What changed besides the text, as "Genre : Commentaire → Méthode". */
function changesOf(
  version: NoteVersion,
  before: NoteVersion | undefined,
  locale: Locale,
  t: Words,
): string[] {
  if (!before) return [];
  const said = (one: NoteVersion) => [
    { name: t("form.kind"), value: labelOf("noteKind", one.kind)[locale] },
    { name: t("form.language"), value: t(`languages.${one.language}`) },
    { name: t("form.target"), value: one.target },
    { name: t("form.column"), value: one.correction?.column ?? "—" },
    { name: t("form.proposed"), value: one.correction?.proposed ?? "—" },
    { name: t("form.reason"), value: one.correction?.reason ?? "—" },
    { name: t("form.proof"), value: one.correction?.proof ?? "—" },
  ];
  const old = said(before);
  return said(version).flatMap(({ name, value }, index) =>
    old[index]?.value === value
      ? []
      : [t("history.change", { name, before: old[index]?.value ?? "—", after: value })],
  );
}

/** Every version of a note as plain sentences, with what each changed, newest first. */
export async function NoteHistory({
  note,
  versions,
  locale,
  inPanel,
}: {
  note: Note;
  versions: readonly NoteVersion[];
  locale: Locale;
  inPanel: boolean;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const errors = await noteErrors(locale);
  return (
    <section className="note-history">
      <h2>{t("history.title")}</h2>
      <ol>
        {versions.map((version, index) => {
          const before = versions[index + 1];
          const text = before?.body ?? "";
          const due = version.action === "scheduled" && version.published_at;
          return (
            <li key={version.version}>
              <p>
                {t("history.line", {
                  version: version.version,
                  action: t(`history.actions.${version.action}`, {
                    date: due ? formatMoment(locale, due) : "",
                  }),
                  author: version.author_name,
                  date: formatMoment(locale, version.created_at),
                })}
              </p>
              {changesOf(version, before, locale, t).map((change) => (
                <p key={change} className="muted">
                  {change}
                </p>
              ))}
              {version.body !== text && (
                <details>
                  <summary>{t("history.text")}</summary>
                  <Compared pieces={compare(text, version.body)} />
                </details>
              )}
              {version.version !== note.version && !note.deleted_at && (
                <ChangeForm
                  action={changeNote}
                  hidden={{ id: note.id, base: String(note.version), locale }}
                  change={String(version.version)}
                  label={t("history.restore", { version: version.version })}
                  errors={errors}
                  inPanel={inPanel}
                />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
