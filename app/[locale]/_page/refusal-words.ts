import "server-only";
import { getTranslations } from "next-intl/server";
import { formatBytes } from "@/lib/format";
import { hasTerm, termOf } from "@/lib/glossary";
import type { Locale } from "@/lib/links";
import { MAX_FILE_BYTES } from "@/lib/publication/receive";
import type { UploadRefusal } from "@/lib/publication/types";

/** Fields of the form that a manifest's column is typed in. */
const FIELDS: Readonly<Record<string, string>> = {
  ...{ id: "id", title: "title-fr", asOf: "as-of", kind: "kind", reference: "reference" },
  ...{ publisher: "publisher", licence: "licence", sources: "source-organisations" },
};

/** Why an upload was refused, for its sender: a sentence, where, and the field to correct. */
export async function refusalWords(refusal: UploadRefusal, locale: Locale) {
  const t = await getTranslations({ locale, namespace: "editions.refusals" });
  if (refusal.code === "download") return { text: t("download", { reason: refusal.reason }), field: null };
  if (refusal.code !== "edition")
    return {
      text: t(refusal.code, { size: formatBytes(locale, MAX_FILE_BYTES) }),
      field: refusal.code === "no-file" ? "organisations" : null,
    };
  const { file, line, column, reason } = refusal.refusal;
  if (file === "edition.json") {
    const field = FIELDS[column ?? ""] ?? "id";
    return { text: t("field", { field: t(`fields.${field}`), reason: reason[locale] }), field };
  }
  const label = column === null ? null : hasTerm(column) ? termOf(column).label[locale] : column;
  const place = [
    file,
    line === null ? null : t("line", { line: String(line) }),
    label && t("column", { column: label }),
  ];
  return {
    text: `${place.filter((part) => part !== null).join(", ")}${t("colon")}${reason[locale]}`,
    field: file === "plateformes.csv" ? "plateformes" : "organisations",
  };
}
