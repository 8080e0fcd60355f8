import "server-only";
import type { Bilingual } from "@/lib/editions/types";
import type { List } from "@/lib/engine/list";
import { boundAuthorities } from "@/lib/queries/bound-authorities";
import { changes } from "@/lib/queries/changes";
import { organisations } from "@/lib/queries/organisations";
import { platforms } from "@/lib/queries/platforms";
import { quality } from "@/lib/queries/quality";
import { DESCRIPTIONS } from "./descriptions";
import { E, one, type Operation } from "./operation";
import {
  BASIS,
  DIALECT,
  EDITION,
  FILES,
  FORMAT,
  INDICATOR,
  inPath,
  text,
  words,
  type Parameter,
} from "./parameters";

const GEOJSON = "application/geo+json";

/** A list with its files: the address takes the parameters that its page takes. */
const listOf = (id: string, path: string, list: List, said: Bilingual): Operation => {
  const formats = [...Object.keys(FILES), ...(list.name === "organisations" ? ["geojson"] : [])];
  return {
    ...{ path, id, text: said, list, schema: `${id}Page` },
    parameters: [EDITION, BASIS, FORMAT(formats), DIALECT],
    media: ["application/json", ...Object.values(FILES), ...(list.name === "organisations" ? [GEOJSON] : [])],
  };
};

/** An organisation or a platform: all that is said of it, or its row as a file. */
const entityOf = (id: string, path: string, said: Bilingual, named: Parameter, places: boolean): Operation =>
  one(
    ...([id, path, said] as const),
    [EDITION, named, BASIS, FORMAT([...Object.keys(FILES), ...(places ? ["geojson"] : [])]), DIALECT],
    ["application/json", ...Object.values(FILES), ...(places ? [GEOJSON] : [])],
  );

/** Every address that anyone may ask; a test holds it against the handlers. */
export const OPERATIONS: readonly Operation[] = [
  one("editions", "/api/v1/editions", text("Les éditions servies.", "The editions served.")),
  one(
    "edition",
    E,
    text("Une édition : sources, empreintes, fichiers.", "One edition: sources, hashes, files."),
    [EDITION],
  ),
  one(
    "indicators",
    `${E}/indicators`,
    text("Tous les indicateurs, sans leur détail.", "Every indicator, without its breakdown."),
    [EDITION, BASIS, FORMAT(Object.keys(FILES)), DIALECT],
    ["application/json", ...Object.values(FILES)],
  ),
  {
    ...one(
      "indicator",
      `${E}/indicators/{id}`,
      text(
        "Un indicateur : valeur, numérateur, dénominateur, détail.",
        "One indicator: value, numerator, denominator, breakdown.",
      ),
      [EDITION, INDICATOR, BASIS, FORMAT(Object.keys(FILES)), DIALECT],
    ),
    ...{ media: ["application/json", ...Object.values(FILES)], schema: "Indicator" },
  },
  one(
    "indicatorPicture",
    `${E}/indicators/{id}/{file}`,
    text(
      "Le graphique d’un indicateur, chart.svg ou chart.png.",
      "The chart of an indicator, chart.svg or chart.png.",
    ),
    [
      EDITION,
      INDICATOR,
      inPath("file", text("Image.", "Picture."), "chart.svg", {
        type: "string",
        enum: ["chart.svg", "chart.png"],
      }),
      BASIS,
      words("lang", text("Langue.", "Language."), { type: "string", enum: ["fr", "en"] }),
      words("theme", text("Couleurs.", "Colours."), { type: "string", enum: ["light", "dark"] }),
      words("show", text("Ce qui est dessiné.", "What is drawn."), {
        type: "string",
        enum: ["chart", "map", "value"],
      }),
    ],
    ["image/svg+xml", "image/png"],
  ),
  listOf(
    "organisations",
    `${E}/organisations`,
    organisations,
    text("Les organisations qui publient.", "The organisations that publish."),
  ),
  entityOf(
    "organisation",
    `${E}/organisations/{siren}`,
    text("Une organisation, par son SIREN.", "One organisation, by its SIREN."),
    inPath("siren", text("SIREN, neuf chiffres.", "SIREN, nine digits."), "999999998", {
      type: "string",
      pattern: "^\\d{9}$",
    }),
    true,
  ),
  listOf("platforms", `${E}/platforms`, platforms, text("Les plateformes.", "The platforms.")),
  entityOf(
    "platform",
    `${E}/platforms/{slug}`,
    text("Une plateforme.", "One platform."),
    inPath("slug", text("Nom dans l’adresse.", "Name in the address."), ""),
    false,
  ),
  listOf(
    "boundAuthorities",
    `${E}/bound-authorities`,
    boundAuthorities,
    text(
      "Les collectivités que la loi oblige, ouvertes ou non.",
      "The authorities bound by the law, open or not.",
    ),
  ),
  listOf(
    "quality",
    `${E}/quality`,
    quality,
    text("Les remarques de la lecture, une par cellule.", "The remarks of the reading, one a cell."),
  ),
  listOf(
    "changes",
    `${E}/changes`,
    changes,
    text("Ce qui a changé depuis une autre édition.", "What changed since another edition."),
  ),
  one(
    "annotations",
    `${E}/annotations`,
    text("Les notes publiées.", "The published notes."),
    [
      EDITION,
      BASIS,
      words("note", text("Cette note seule.", "This note alone."), { type: "string", format: "uuid" }),
      words("kind", text("Genre.", "Kind."), {
        type: "string",
        enum: ["comment", "method", "warning", "correction", "source"],
      }),
      words("target", text("Objet exact, tel indicator/by-type.", "Exact target, as indicator/by-type.")),
      words("target_kind", text("Genre d’objet.", "Kind of target."), {
        type: "string",
        enum: ["edition", "indicator", "organisation", "platform", "territory", "column"],
      }),
      words(
        "territory",
        text(
          "Région ou département : notes sur lui, ce qu’il contient et ses lignes d’indicateurs.",
          "Region or department: notes on it, what is in it and its rows of indicators.",
        ),
      ),
      words("author", text("Nom affiché de l’auteur.", "Display name of the author.")),
      words("since", text("Depuis ce jour.", "Since this day."), { type: "string", format: "date" }),
      words("until", text("Jusqu’à ce jour.", "Until this day."), { type: "string", format: "date" }),
      words("page", text("Page, à partir de 1.", "Page, from 1."), {
        type: "integer",
        minimum: 1,
        default: 1,
      }),
      words("page_size", text("Lignes par page.", "Rows a page."), {
        type: "integer",
        minimum: 1,
        maximum: 500,
        default: 50,
      }),
      FORMAT(Object.keys(FILES)),
      DIALECT,
    ],
    ["application/json", ...Object.values(FILES)],
  ),
  one(
    "search",
    `${E}/search`,
    text("Tout ce qui répond à quelques mots.", "Anything that answers to a few words."),
    [
      EDITION,
      BASIS,
      { ...words("q", text("Mots cherchés.", "Words looked for.")), example: "data" },
      words("limit", text("Réponses de chaque sorte.", "Answers of each kind."), {
        type: "integer",
        minimum: 1,
      }),
    ],
  ),
  ...DESCRIPTIONS,
];
