import { getTranslations } from "next-intl/server";
import { listPageContext } from "@/app/[locale]/_page/context";
import { organisationSentence } from "@/app/[locale]/_page/organisation-sentence";
import { platformSentence } from "@/app/[locale]/_page/platform";
import { WITHOUT_NOTES } from "@/app/[locale]/_page/page-notes";
import { territoryKpis } from "@/app/[locale]/_page/territory-kpis";
import { loadTerritory } from "@/app/[locale]/_page/territory-model";
import { organisationCard, platformCard } from "@/lib/api/entities";
import type { PageFamily } from "@/lib/api/pages";
import type { EditionContext } from "@/lib/engine/context";
import { formatNumber, formatPercent } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import { indicatorById } from "@/lib/indicators";
import type { Locale } from "@/lib/links";
import { boundAuthorities } from "@/lib/queries/bound-authorities";
import type { Figure } from "./drawings";
import type { Subject } from "./image";

type Asked = (context: EditionContext, locale: Locale, id: string) => Promise<Subject | null>;

/** Known counts with their words; what is unknown is not drawn. */
const counts = (locale: Locale, values: Readonly<Record<string, number | null>>): Figure[] =>
  Object.entries(values).flatMap(([key, value]) =>
    value === null ? [] : [{ label: termOf(key).label[locale], value: formatNumber(locale, value) }],
  );

/** An indicator: its value, with its parts when it is a rate. */
export const indicatorFigures: Asked = async (context, locale, id) => {
  const result = await indicatorById.get(id)?.compute(context);
  if (!result) return null;
  const { value, unit, numerator, denominator, name, definition } = result;
  const t = await getTranslations({ locale, namespace: "overview" });
  const parts =
    typeof numerator === "number" && typeof denominator === "number"
      ? ` (${t("parts", { numerator: formatNumber(locale, numerator), denominator: formatNumber(locale, denominator) })})`
      : "";
  const write = unit === "ratio" ? formatPercent : formatNumber;
  const figures = value === null ? [] : [{ label: `${name[locale]}${parts}`, value: write(locale, value) }];
  return { title: name[locale], text: definition[locale], figures };
};

const organisation: Asked = async (context, locale, siren) => {
  const card = await organisationCard(context, siren);
  if (!card) return null;
  const { name, datasets, population } = card.row;
  return {
    title: name,
    text: await organisationSentence(card, locale),
    figures: counts(locale, { datasets, population }),
  };
};

const platform: Asked = async (context, locale, slug) => {
  const card = await platformCard(context, slug);
  if (!card) return null;
  const { name, hosted_declared } = card.row;
  return {
    title: name,
    text: await platformSentence(card, locale),
    figures: counts(locale, { hosted_declared }),
  };
};

const territory: Asked = async (context, locale, code) => {
  const page = await listPageContext(
    boundAuthorities,
    `/territoires/${code}`,
    Promise.resolve({ edition: context.edition.id }),
  );
  const model = await loadTerritory(page, locale, code);
  if (!model) return null;
  const t = await getTranslations({ locale, namespace: "territories.page" });
  const kpis = await territoryKpis(model, locale, { ...page, notes: WITHOUT_NOTES });
  return {
    title: model.name,
    text: t("kindOf", { kind: t(`kind.${model.kind}`), code }),
    figures: kpis.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])).slice(0, 3),
  };
};

/** What the image of a page's family says. */
export const SUBJECTS: Readonly<Record<PageFamily, Asked>> = {
  "/organisations/[siren]": organisation,
  "/plateformes/[slug]": platform,
  "/territoires/[code]": territory,
  "/indicateurs/[id]": indicatorFigures,
};
