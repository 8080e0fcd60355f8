import "server-only";
import { z } from "zod";
import { SIZES } from "@/lib/codes/types";
import { defineKeyed } from "@/lib/queries/keyed";
import { BOUND_CLASSES, CLASSES, CLASSES_AND_EPCI, inRates, rowsOfBound, rowsOfClass } from "./classes";
import { defineIndicator, ratio, sumOf } from "./define";
import { publishedFor } from "./published";
import { EDITION_FILES, REGISTER } from "./sources";

/** A rate with its parts: `open` ÷ `total`. */
const measures = { open: z.int(), total: z.int(), rate: z.number() };

/** Grain: one class of the reference set. @param belongs SQL telling that actor `a` is of class `d.key` */
function ratesBy(name: string, belongs: string) {
  return defineKeyed({
    name,
    measures,
    sql: `SELECT d.key, count(a.line)::INTEGER AS open, d.total, count(a.line) / d.total AS rate
    FROM denominators($edition, '${name}') d
    LEFT JOIN (SELECT line, type, class, size FROM actors($edition, $basis) WHERE in_rates) a ON ${belongs}
    GROUP BY d.key, d.total`,
  });
}

/** The rate over the rows of the classes named: numerator and denominator are the sums of theirs. */
function rateOver(rows: { key: string; open: number; total: number }[], classes: readonly string[]) {
  const counted = rows.filter((row) => classes.includes(row.key));
  const numerator = sumOf(counted.map((row) => row.open));
  const denominator = sumOf(counted.map((row) => row.total));
  return { value: ratio(numerator, denominator), numerator, denominator };
}

const overseas = {
  fr: "Les collectivités d’outre-mer qui ne sont pas des régions n’entrent dans aucun dénominateur : elles sont hors du numérateur (base corrigée) ou comptées comme dans le classeur d’OpenDataFrance (base du fichier).",
  en: "Overseas collectivities that are not régions belong to no denominator: they are out of the numerator (corrected basis) or counted as in OpenDataFrance’s workbook (file basis).",
};

export const openingRate = defineIndicator({
  id: "opening-rate",
  name: { fr: "Taux d’ouverture", en: "Opening rate" },
  definition: {
    fr: "Part des collectivités assujetties à l’ouverture des données qui en publient.",
    en: "Share of the authorities bound by the open data law that publish some.",
  },
  formula: {
    fr: `(Régions + départements + communes et EPCI d’au moins 100 000 habitants + EPCI de moins de 100 000 + communes de 3 500 à 100 000) ouverts ÷ les mêmes classes en France. Les communes de moins de 3 500 habitants sont hors des deux termes. ${overseas.fr}`,
    en: `(Régions + départements + communes and EPCI of 100,000 inhabitants and more + EPCI under 100,000 + communes from 3,500 to 100,000) that are open ÷ the same classes in France. Communes under 3,500 inhabitants are out of both. ${overseas.en}`,
  },
  unit: "ratio",
  dimension: "class",
  sources: [EDITION_FILES, REGISTER],
  published: publishedFor("opening-rate"),
  needs: { organisations: ["population"] },
  query: ratesBy("opening-rate", "a.class = d.key"),
  order: BOUND_CLASSES,
  summarise: (rows) => rateOver(rows, BOUND_CLASSES),
  rowsLink: (key, { basis }) => (key === null ? rowsOfBound(basis) : rowsOfClass(key, basis)),
});

export const byType = defineIndicator({
  id: "by-type",
  name: { fr: "Ouverture par type de collectivité", en: "Opening by type of authority" },
  definition: {
    fr: "Collectivités ouvertes, total et taux dans six classes, puis par type d’intercommunalité.",
    en: "Open authorities, total and rate in six classes, then by kind of intercommunal body.",
  },
  formula: {
    fr: `Lignes de la classe ÷ collectivités de la classe en France. ${overseas.fr}`,
    en: `Rows of the class ÷ authorities of the class in France. ${overseas.en}`,
  },
  unit: "ratio",
  dimension: "class",
  sources: [EDITION_FILES, REGISTER],
  needs: { organisations: ["population"] },
  query: ratesBy("by-type", "a.class = d.key OR (a.type = d.key AND a.class <> a.type)"),
  order: CLASSES_AND_EPCI,
  // All six classes, small communes included: the share of all authorities of France.
  summarise: (rows) => rateOver(rows, CLASSES),
  rowsLink: (key, { basis }) => rowsOfClass(key, basis),
});

const COMMUNE_BANDS = SIZES.filter((size) => size !== "0-3500");

export const bySize = defineIndicator({
  id: "by-size",
  name: { fr: "Ouverture des communes par taille", en: "Opening of communes by size" },
  definition: {
    fr: "Communes ouvertes, total et taux par tranche de population, à partir de 3 500 habitants.",
    en: "Open communes, total and rate by population band, from 3,500 inhabitants.",
  },
  formula: {
    fr: "Communes ouvertes de la tranche ÷ communes de la tranche en France ; la borne basse est comprise, la borne haute exclue.",
    en: "Open communes of the band ÷ communes of the band in France; the lower bound is in, the upper bound out.",
  },
  unit: "ratio",
  dimension: "size",
  sources: [EDITION_FILES, REGISTER],
  needs: { organisations: ["population"] },
  query: ratesBy("by-size", "a.type = 'COM' AND a.size = d.key"),
  order: COMMUNE_BANDS,
  summarise: (rows) => rateOver(rows, COMMUNE_BANDS),
  rowsLink: (key, { basis }) => ({
    list: "organisations",
    filters: { type: ["COM"], size: key === null ? COMMUNE_BANDS : [key], ...inRates(basis) },
  }),
});
