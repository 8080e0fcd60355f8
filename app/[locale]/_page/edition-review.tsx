import "server-only";
import { getTranslations } from "next-intl/server";
import { discardEdition, publishEdition } from "@/app/[locale]/admin/editions/actions";
import { StepForm } from "@/components/editions/step-form";
import { SEVERITIES } from "@/lib/codes/quality";
import { currentState } from "@/lib/engine/engine";
import { formatBytes, formatMoment } from "@/lib/format";
import type { Locale } from "@/lib/links";
import { identityInPlace } from "@/lib/publication/overview";
import { baseOf, previewOf } from "@/lib/publication/preview";
import { findUpload } from "@/lib/publication/uploads";
import { setPageStatus } from "@/lib/response-status";
import { editionAnswers } from "./edition-answers";
import { EditionPreview } from "./edition-preview";
import { EditionRemarks } from "./edition-remarks";

type Search = Record<string, string | string[] | undefined>;

/** An edition that waits: its files, what would change, what was found, and what to do with it. */
export async function EditionReview({ id, search, locale }: { id: string; search: Search; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "editions.review" });
  const upload = await findUpload(id);
  if (!upload) {
    setPageStatus(404);
    return (
      <div className="message">
        <h1>{t("gone")}</h1>
        <p>{t("goneText")}</p>
      </div>
    );
  }
  const { manifest, files, by, at, origin } = upload;
  const served = baseOf(upload, await currentState());
  const [preview, present, answers] = await Promise.all([
    previewOf(upload, served),
    identityInPlace(manifest.id),
    editionAnswers(locale),
  ]);
  const title = manifest.title[locale];
  const unusual = preview.rows.some((row) => row.unusual);
  return (
    <div className="editions-desk">
      <div className="list-head">
        <h1>{t("heading", { title })}</h1>
        <p>
          {t("sent", {
            ...{ origin: t(`origins.${origin}`), name: by.name },
            moment: formatMoment(locale, at),
          })}
        </p>
        <p>{t(present === null ? "new" : "replaces", { id: manifest.id })}</p>
      </div>
      <ul className="edition-files">
        {files.map(({ name, bytes, sha256 }) => (
          <li key={name}>
            {name} · {formatBytes(locale, bytes)} · <code title={sha256}>SHA-256 {sha256.slice(0, 12)}…</code>
          </li>
        ))}
      </ul>
      <p className="edition-counts">
        {SEVERITIES.map((severity) => t(`counts.${severity}`, { count: upload.counts[severity] })).join(
          " · ",
        )}
      </p>
      <nav className="edition-steps" aria-label={t("steps.label")}>
        <a href="#edition-preview">{t("steps.preview")}</a>
        <a href="#remarques">{t("steps.remarks")}</a>
        <a href="#edition-publish">{t("steps.publish")}</a>
      </nav>
      <EditionPreview preview={preview} locale={locale} />
      <EditionRemarks upload={upload} served={served} search={search} locale={locale} />
      <section aria-labelledby="edition-publish" className="edition-publish">
        <h2 id="edition-publish">{t("publish.title")}</h2>
        <p>{t(present === null ? "publish.intro" : "publish.introReplaces", { id: manifest.id })}</p>
        <StepForm
          action={publishEdition}
          hidden={{ upload: id, expected: present ?? "", locale }}
          confirm={t(unusual ? "publish.confirmUnusual" : "publish.confirm")}
          submit={t("publish.submit")}
          answers={answers}
          main
        />
        <StepForm
          action={discardEdition}
          hidden={{ upload: id, locale }}
          submit={t("discard")}
          answers={answers}
        />
      </section>
    </div>
  );
}
