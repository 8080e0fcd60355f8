import "server-only";
import { getTranslations } from "next-intl/server";
import { fetchEdition } from "@/app/[locale]/admin/editions/actions";
import { StepForm } from "@/components/editions/step-form";
import { UploadForm } from "@/components/editions/upload-form";
import { formatBytes } from "@/lib/format";
import type { Locale } from "@/lib/links";
import { isOffline, type EditionEntry } from "@/lib/publication/overview";
import { MAX_FILE_BYTES } from "@/lib/publication/receive";
import { editionAnswers } from "./edition-answers";
import { editionFields, type Typed } from "./edition-fields";
import { keptRefusal } from "./refusal-cookie";
import { refusalWords } from "./refusal-words";

type Search = Record<string, string | string[] | undefined>;
type Props = { entries: readonly EditionEntry[]; writable: boolean; search: Search; locale: Locale };

/** What the form holds at first: what was refused, or what the edition to replace says of itself. */
async function startOf({ entries, search }: Props): Promise<Typed> {
  const refused = search.refus === undefined ? undefined : await keptRefusal();
  if (refused) return { values: refused.typed, refusal: refused.refusal };
  const replaced = entries.find(({ id }) => id === search.remplacer)?.served?.manifest;
  if (!replaced) return { values: {}, refusal: null };
  const source = (resource: string) => replaced.sources.find((one) => one.resource === resource)?.url ?? "";
  return {
    refusal: null,
    values: {
      ...{ id: replaced.id, "title-fr": replaced.title.fr, "title-en": replaced.title.en },
      ...{ "as-of": replaced.asOf, kind: replaced.kind, reference: replaced.reference },
      ...{ publisher: replaced.publisher, licence: replaced.licence },
      "source-organisations": source("organisations"),
      "source-plateformes": source("plateformes"),
    },
  };
}

/** Bringing an edition: from files, or from its publisher. */
export async function EditionSender(props: Props) {
  const { writable, locale } = props;
  const t = await getTranslations({ locale, namespace: "editions.send" });
  const [start, answers] = await Promise.all([startOf(props), editionAnswers(locale)]);
  const words = start.refusal && (await refusalWords(start.refusal, locale));
  const size = formatBytes(locale, MAX_FILE_BYTES);
  return (
    <section id="envoyer" aria-labelledby="editions-send" className="edition-sender">
      <h2 id="editions-send">{t("title")}</h2>
      <div role="alert">{words && <p className="form-error">{words.text}</p>}</div>
      {!writable ? (
        <p>{t("readOnly")}</p>
      ) : (
        <>
          <div className="edition-fetch">
            <h3>{t("official.title")}</h3>
            <p className="muted">{t("official.intro")}</p>
            {isOffline() ? (
              <p>{t("official.offline")}</p>
            ) : (
              <StepForm
                action={fetchEdition}
                hidden={{ locale }}
                submit={t("official.submit")}
                answers={answers}
              />
            )}
          </div>
          <h3>{t("files.title")}</h3>
          <p className="muted">{t("files.intro", { size })}</p>
          <UploadForm
            action={`/api/admin/editions?lang=${locale}`}
            maxBytes={MAX_FILE_BYTES}
            words={{
              ...{ sending: t("sending"), checking: t("checking"), lost: t("lost") },
              tooLarge: t("tooLarge", { size }),
            }}
          >
            {await editionFields(start, words?.field ?? null, locale)}
            <button type="submit" className="button button-main">
              {t("submit")}
            </button>
          </UploadForm>
        </>
      )}
    </section>
  );
}
