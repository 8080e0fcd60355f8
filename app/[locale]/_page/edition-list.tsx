import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { withdrawEdition } from "@/app/[locale]/admin/editions/actions";
import type { Answers } from "@/components/account/types";
import { StepForm } from "@/components/editions/step-form";
import { formatDate, formatNumber } from "@/lib/format";
import { localHref, pageHref, type Locale } from "@/lib/links";
import type { EditionEntry } from "@/lib/publication/overview";
import { editionAnswers } from "./edition-answers";
import { EditionVersions } from "./edition-versions";
import { refusalWords } from "./refusal-words";

type Words = Awaited<ReturnType<typeof getTranslations<"editions">>>;
type Shown = { entry: EditionEntry; locale: Locale; t: Words };

/** What an edition is: its date, kind, rows, identity, and where it comes from. */
function Facts({
  served,
  locale,
  t,
}: {
  served: NonNullable<EditionEntry["served"]>;
  locale: Locale;
  t: Words;
}) {
  const { manifest, counts, identity } = served;
  const number = (value: number) => formatNumber(locale, value);
  const facts: [string, React.ReactNode][] = [
    [t("facts.asOf"), formatDate(locale, manifest.asOf)],
    [t("facts.kind"), t(`kinds.${manifest.kind}`)],
    [
      t("facts.rows"),
      t("facts.rowsOf", {
        ...{ organisations: number(counts.organisations), platforms: number(counts.platforms) },
      }),
    ],
    [t("facts.reference"), manifest.reference],
    [t("facts.identity"), <code key="identity">{identity.slice(0, 12)}</code>],
    [
      t("facts.origin"),
      manifest.sources.length === 0
        ? manifest.publisher
        : [...new Set(manifest.sources.map(({ url }) => new URL(url).host))].join(", "),
    ],
  ];
  return (
    <dl className="edition-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Served, refused, both (the last good version), or withdrawn. */
async function State({ entry, locale, t }: Shown) {
  const { served, refusal } = entry;
  const state = served ? (refusal ? "lastGood" : "served") : refusal ? "refused" : "withdrawn";
  const words =
    refusal &&
    (await refusalWords({ code: "edition", refusal, counts: { error: 1, warning: 0, info: 0 } }, locale));
  return (
    <>
      <p className="edition-state" data-state={state}>
        {t(`states.${state}`)}
        {served?.isDefault && ` · ${t("states.default")}`}
      </p>
      {words && <p className="edition-refusal">{words.text}</p>}
    </>
  );
}

async function Entry({
  entry,
  writable,
  locale,
  t,
  answers,
}: Shown & { writable: boolean; answers: Answers }) {
  const { id, served, versions } = entry;
  const title = served?.manifest.title[locale] ?? versions[0]?.manifest?.title[locale] ?? id;
  return (
    <li className="edition-entry">
      <div className="edition-head">
        <h3>
          {served ? (
            <Link
              href={localHref(locale, pageHref("/", { edition: id, basis: "corrected" }))}
              prefetch={false}
              className="link"
            >
              {title}
            </Link>
          ) : (
            title
          )}{" "}
          <code>{id}</code>
        </h3>
        <State entry={entry} locale={locale} t={t} />
      </div>
      {served && <Facts served={served} locale={locale} t={t} />}
      <EditionVersions entry={entry} writable={writable} locale={locale} answers={answers} />
      {served && writable && (
        <div className="edition-acts">
          <a href={localHref(locale, `/admin/editions?remplacer=${id}#envoyer`)} className="button">
            {t("replace")}
            <span className="sr-only"> ({title})</span>
          </a>
          <details>
            <summary className="button">{t("withdraw.open")}</summary>
            <StepForm
              action={withdrawEdition}
              hidden={{ edition: id, locale }}
              confirm={t("withdraw.confirm", { title })}
              submit={t("withdraw.submit")}
              about={title}
              answers={answers}
            />
          </details>
        </div>
      )}
    </li>
  );
}

/** Every edition: whether it is served, what it is, and the versions it had before. */
export async function EditionList(props: {
  entries: readonly EditionEntry[];
  writable: boolean;
  locale: Locale;
}) {
  const { entries, writable, locale } = props;
  const [t, answers] = await Promise.all([
    getTranslations({ locale, namespace: "editions" }),
    editionAnswers(locale),
  ]);
  return (
    <section aria-labelledby="editions-served">
      <h2 id="editions-served">{t("listTitle")}</h2>
      <ul className="edition-list">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} writable={writable} locale={locale} t={t} answers={answers} />
        ))}
      </ul>
    </section>
  );
}
