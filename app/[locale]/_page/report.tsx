import "server-only";
import { getTranslations } from "next-intl/server";
import { report } from "@/app/[locale]/signaler/actions";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ReportForm, type ReportWords } from "@/components/reports/report-form";
import { targetSchema } from "@/lib/annotations/targets";
import type { Locale } from "@/lib/links";
import { refuse, type PageContext } from "./context";
import { targetHref } from "./note-targets";
import { targetName } from "./target-name";

const WORDS = ["intro", "message", "hint", "contact", "contactHint", "trap", "submit", "reference"] as const;
const ANSWERS = [
  ...(["reported", "message", "edition", "throttled"] as const),
  ...(["store", "session", "forbidden", "failed"] as const),
];

export type Reported = { target: string; name: string };

/** What the address says is wrong. */
export async function reportedIn(page: PageContext, locale: Locale): Promise<Reported> {
  const target = targetSchema.safeParse(page.params.get("cible") ?? "edition");
  const name = target.success ? await targetName(page.context, target.data, locale) : null;
  if (!target.success || name === null) refuse(["cible"], page.params);
  return { target: target.data, name };
}

/** What the report is about, and the form. */
export async function ReportPage({
  reported: { target, name },
  page,
  locale,
}: {
  reported: Reported;
  page: PageContext;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "reports" });
  const edition = page.context.edition.id;
  return (
    <>
      <Breadcrumb locale={locale} view={page.view} trail={[]} here={t("title")} />
      <div className="form-page">
        <h1>{t("title")}</h1>
        <p className="form-intro">
          {t("about")}{" "}
          <a href={targetHref({ target, edition }, page.view, locale)} className="link">
            {name}
          </a>
        </p>
        <ReportForm
          action={report}
          hidden={{ target, edition, locale }}
          words={Object.fromEntries(WORDS.map((word) => [word, t(`form.${word}`)])) as ReportWords}
          answers={Object.fromEntries(ANSWERS.map((code) => [code, t(`answers.${code}`)]))}
        />
      </div>
    </>
  );
}
