import "server-only";
import { getTranslations } from "next-intl/server";
import { restoreVersion } from "@/app/[locale]/admin/editions/actions";
import type { Answers } from "@/components/account/types";
import { StepForm } from "@/components/editions/step-form";
import { formatMoment } from "@/lib/format";
import type { Locale } from "@/lib/links";
import type { EditionEntry } from "@/lib/publication/overview";

type Props = { entry: EditionEntry; writable: boolean; locale: Locale; answers: Answers };

/** The versions that an edition had, each with what brings it back. */
export async function EditionVersions({ entry, writable, locale, answers }: Props) {
  const t = await getTranslations({ locale, namespace: "editions.versions" });
  if (entry.versions.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <div className="edition-versions">
      <h4>{t("title", { count: entry.versions.length })}</h4>
      <ol>
        {entry.versions.map(({ name, replacedAt, identity, manifest }) => {
          const moment = formatMoment(locale, replacedAt);
          return (
            <li key={name}>
              <p>
                {t("replaced", { moment })} <code>{identity}</code>
                {manifest === null && ` ${t("unreadable")}`}
              </p>
              {writable && manifest !== null && (
                <StepForm
                  action={restoreVersion}
                  hidden={{ edition: entry.id, version: name, locale }}
                  submit={t(entry.served ? "restore" : "bringBack")}
                  about={`${entry.id}, ${moment}`}
                  answers={answers}
                />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
