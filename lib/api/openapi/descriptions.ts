import "server-only";
import { TABLE_NAMES } from "@/lib/queries/tables";
import { E, one, type Operation } from "./operation";
import { BASIS, EDITION, inPath, text, words } from "./parameters";

/** Addresses that describe: schema, source files, DCAT, oEmbed, health, the API itself. */
export const DESCRIPTIONS: readonly Operation[] = [
  one(
    "schema",
    `${E}/schema`,
    text(
      "Ce que veut dire et contient chaque colonne des fichiers.",
      "What each column of the files means and holds.",
    ),
    [EDITION],
  ),
  {
    ...one(
      "sourceFile",
      `${E}/files/{file}`,
      text(
        "Un fichier source, octet pour octet, moins les adresses e-mail des contacts.",
        "A source file, byte for byte, less the e-mail addresses of contacts.",
      ),
      [
        EDITION,
        inPath("file", text("Fichier.", "File."), "organisations.csv", {
          type: "string",
          enum: ["organisations.csv", "plateformes.csv"],
        }),
        words("format", text("metadata : sa description.", "metadata: its description."), {
          type: "string",
          enum: ["metadata"],
        }),
      ],
      ["text/csv", "application/json"],
    ),
    inParts: true,
  },
  one(
    "tables",
    `${E}/tables`,
    text(
      "Les tables que lit le SQL de chaque chiffre, et ce qui en fait des relations.",
      "The tables that the SQL of every figure reads, and what makes relations of them.",
    ),
    [EDITION, BASIS],
  ),
  one(
    "table",
    `${E}/tables/{file}`,
    text(
      "Les lignes d’une table : nom et extension csv, ndjson ou parquet.",
      "The rows of one table: its name and the extension csv, ndjson or parquet.",
    ),
    [
      EDITION,
      inPath("file", text("Table.", "Table."), "organisation.ndjson", {
        type: "string",
        enum: TABLE_NAMES.flatMap((name) =>
          ["csv", "ndjson", "parquet"].map((ending) => `${name}.${ending}`),
        ),
      }),
      words("format", text("metadata : sa description.", "metadata: its description."), {
        type: "string",
        enum: ["metadata"],
      }),
    ],
    ["application/x-ndjson", "text/csv", "application/vnd.apache.parquet", "application/json"],
  ),
  one(
    "dcatEditionTurtle",
    `${E}/dcat.ttl`,
    text("L’édition en DCAT-AP, Turtle.", "The edition in DCAT-AP, Turtle."),
    [EDITION],
    ["text/turtle"],
  ),
  one(
    "dcatEdition",
    `${E}/dcat.jsonld`,
    text("L’édition en DCAT-AP, JSON-LD.", "The edition in DCAT-AP, JSON-LD."),
    [EDITION],
    ["application/ld+json"],
  ),
  one(
    "dcatTurtle",
    "/api/v1/dcat.ttl",
    text("Le catalogue en DCAT-AP, Turtle.", "The catalogue in DCAT-AP, Turtle."),
    [],
    ["text/turtle"],
  ),
  one(
    "dcat",
    "/api/v1/dcat.jsonld",
    text("Le catalogue en DCAT-AP, JSON-LD.", "The catalogue in DCAT-AP, JSON-LD."),
    [],
    ["application/ld+json"],
  ),
  one(
    "oembed",
    "/api/oembed",
    text("Comment montrer un indicateur ailleurs (oEmbed).", "How to show an indicator elsewhere (oEmbed)."),
    [
      {
        ...words("url", text("Adresse de la page d’un indicateur.", "Address of an indicator’s page."), {
          type: "string",
          format: "uri",
        }),
      },
      BASIS,
      words("format", text("json seul.", "json alone."), { type: "string", enum: ["json"] }),
      words("maxwidth", text("Largeur, en pixels.", "Width, in pixels."), { type: "integer", minimum: 10 }),
      words("maxheight", text("Hauteur, en pixels.", "Height, in pixels."), { type: "integer", minimum: 10 }),
    ],
  ),
  one("live", "/api/health/live", text("Le serveur répond.", "The server answers.")),
  one("ready", "/api/health/ready", text("Les éditions peuvent être servies.", "Editions can be served.")),
  one("openapi", "/api/openapi.json", text("Cette description.", "This description.")),
];
