import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Definitions } from "@/components/ui/definitions";
import { localHref, pageHref, type Locale } from "@/lib/links";
import type { PageContext } from "./context";
import {
  codesOf,
  columnEntries,
  conceptEntries,
  correctionEntries,
  findingEntries,
  indicatorEntries,
  references,
} from "./method-terms";
import { PageFootnotes, withNotes } from "./page-notes";

const OUTCOMES = ["repaired", "dropped", "kept"] as const;
const CODES = [
  ["types", "type"],
  ["sizes", "size"],
  ["datasets", "datasets"],
] as const;

/** Glossary, indicators, repairs and sources on one page, each with its anchor. */
export async function Method({ locale, page: bare }: { locale: Locale; page: PageContext }) {
  const { view } = bare;
  const columns = columnEntries(locale);
  const notables = columns.map(({ id, label }) => ({ target: `column/${id}`, name: label }));
  const page = await withNotes(bare, locale, notables);
  const t = await getTranslations({ locale, namespace: "method" });
  const names = { formula: t("formula"), unit: t("unit"), source: t("source"), code: t("code") };
  const { register, notes, published } = references(locale);
  const source = ({ text, href }: { text: string; href?: string | undefined }) =>
    href ? (
      <a href={href} rel="noopener" className="link">
        {text}
      </a>
    ) : (
      text
    );
  const quality = (words: ReactNode) => (
    <Link href={localHref(locale, pageHref("/donnees/qualite", view))} prefetch={false} className="link">
      {words}
    </Link>
  );
  const sections: { id: string; title: string; content: ReactNode }[] = [
    {
      id: "bases",
      title: t("bases"),
      content: (
        <>
          <p>{t("basesIntro")}</p>
          <p>{t("overseas")}</p>
          <h3>{t("published")}</h3>
          <p>{t("publishedText")}</p>
          <h3>{t("basisCorrected")}</h3>
          <Definitions entries={correctionEntries(locale)} names={names} />
        </>
      ),
    },
    {
      id: "words",
      title: t("words"),
      content: <Definitions entries={conceptEntries(locale)} names={names} />,
    },
    {
      id: "indicators",
      title: t("indicators"),
      content: <Definitions entries={indicatorEntries(locale)} names={names} />,
    },
    {
      id: "bands",
      title: t("bands"),
      content: (
        <>
          <p>{t("bandsIntro")}</p>
          {CODES.map(([word, family]) => (
            <div key={family}>
              <h3>{t(word)}</h3>
              <ul className="codes">
                {codesOf(family, locale).map(({ code, label }) => (
                  <li key={code}>
                    <code>{code}</code> {label}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </>
      ),
    },
    {
      id: "findings",
      title: t("findings"),
      content: (
        <>
          <p>{t.rich("findingsIntro", { link: quality })}</p>
          {OUTCOMES.map((outcome) => (
            <div key={outcome}>
              <h3>{t(`outcome.${outcome}`)}</h3>
              <Definitions entries={findingEntries(outcome, locale)} names={names} />
            </div>
          ))}
        </>
      ),
    },
    {
      id: "references",
      title: t("references"),
      content: (
        <>
          <p>{t("referencesIntro")}</p>
          <ul>
            <li>
              {t("register")} {source(register)}
            </li>
            {[...notes, ...published].map(({ text, source: from }) => (
              <li key={text}>
                {text} <small>{source(from)}</small>
              </li>
            ))}
          </ul>
        </>
      ),
    },
    {
      id: "columns",
      title: t("columns"),
      content: (
        <>
          <p>{t("columnsIntro")}</p>
          <Definitions
            entries={columns.map((entry, index) => ({
              ...entry,
              noted: notables[index] && page.notes.noted(notables[index]),
            }))}
            names={names}
          />
        </>
      ),
    },
  ];
  return (
    <article className="prose method">
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <nav id="sommaire" aria-label={t("contents")} className="page-contents" data-unread>
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#section-${id}`} className="link">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ id, title, content }) => (
        <section key={id} aria-labelledby={`section-${id}`}>
          <h2 id={`section-${id}`}>{title}</h2>
          {content}
        </section>
      ))}
      <PageFootnotes page={page} locale={locale} />
    </article>
  );
}
