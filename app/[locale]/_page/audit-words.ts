import "server-only";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/links";

const LISTS: Readonly<Record<string, string>> = {
  report: "/admin/signalements",
  edition: "/admin/editions",
  user: "/admin/utilisateurs",
};

/** Where what a line of the audit is about is worked on. @param subject e.g. `note/<id>` */
export function subjectPath(subject: string): string {
  const [kind = "", id] = subject.split("/");
  return kind === "note" ? `/admin/annotations/${id}` : (LISTS[kind] ?? "/admin");
}

/** How the audit's actions and their details are said; what has no words is shown as it is kept. */
export async function auditWords(locale: Locale) {
  const t = await getTranslations({ locale, namespace: "reports.audit" });
  const said = (group: "actions" | "details", code: string) => {
    const key = `${group}.${code.replaceAll(".", "-")}`;
    return t.has(key) ? t(key) : code;
  };
  return {
    action: (action: string) => said("actions", action),
    /** @param detail JSON as kept */
    detail: (detail: string) =>
      Object.entries(JSON.parse(detail) as Record<string, unknown>)
        .filter(([, value]) => value !== null)
        .map(([key, value]) => t("pair", { key: said("details", key), value: String(value) }))
        .join(" · "),
  };
}
