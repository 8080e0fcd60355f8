import "server-only";
import { FINDING_KINDS } from "@/lib/editions/findings";
import { SEVERITIES } from "@/lib/codes/quality";

/** The kinds of a severity, as a list of SQL texts. */
const kindsOf = (severity: string) =>
  Object.entries(FINDING_KINDS)
    .filter(([, kind]) => kind.severity === severity)
    .map(([code]) => `'${code}'`)
    .join(", ");

const SEVERITY = `CASE ${SEVERITIES.map((severity) => `WHEN kind IN (${kindsOf(severity)}) THEN '${severity}'`).join(" ")} END`;

/** What differs between two states of one organisation: the change, and what is compared. */
const CHANGES = [
  { change: "type", before: "b.type", after: "n.type", needs: "type" },
  { change: "channel", before: "b.channel", after: "n.channel", needs: "channel" },
  {
    change: "platform",
    before: "array_to_string(b.platforms, ', ')",
    after: "array_to_string(n.platforms, ', ')",
    needs: "platforms",
  },
];

/** Relations over what a reading found, and over two editions; statements run after those of `schema.ts`. */
export const REPORTS = [
  // Grain: one remark of the reader. With the file's basis, what only the corrected basis does is left out.
  `CREATE MACRO findings(e, b) AS TABLE
    SELECT f.rowid AS rank, f.file, f.line, f."column", f.kind, f.outcome, f.basis, f.value, f.corrected,
      CASE WHEN f.file = 'organisations.csv' THEN f.subject END AS siren,
      CASE WHEN f.file = 'plateformes.csv' THEN f.subject END AS slug,
      coalesce(o.name, p.name) AS name,
      ${SEVERITY} AS severity,
      f.outcome = 'repaired' AS repaired,
      search_form(coalesce(o.name, p.name, '')) || ' ' || coalesce(f.subject, '') AS search_text
    FROM finding f
      LEFT JOIN organisation o ON f.file = 'organisations.csv' AND o.edition = f.edition AND o.line = f.line
      LEFT JOIN platform p ON f.file = 'plateformes.csv' AND p.edition = f.edition AND p.line = f.line
    WHERE f.edition = e AND (b = 'corrected' OR f.basis = 'both')`,
  // Grain: one organisation of one edition, by SIREN; of several rows of one SIREN, the first.
  `CREATE VIEW identified AS
    SELECT edition, siren, name, type, region, department, channel, list_sort(platforms) AS platforms
    FROM organisation WHERE siren IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY edition, siren ORDER BY line) = 1`,
  // Grain: one edition that another can be compared with: the real ones among themselves, the fictitious likewise.
  `CREATE MACRO comparable(e) AS TABLE
    SELECT b.id, b.columns AS columns_before, n.columns AS columns_after
    FROM edition n JOIN edition b ON b.id <> n.id AND (b.kind = 'demo') = (n.kind = 'demo') WHERE n.id = e`,
  // Grain: one change of one organisation, from an edition to this one. A column that either edition lacks is not compared.
  `CREATE MACRO changes(e) AS TABLE
    WITH pair AS (
      SELECT c.id AS from_edition, b, n
      FROM comparable(e) c
        JOIN (
          SELECT coalesce(before.edition, after.edition) AS edition, before AS b, after AS n
          FROM (SELECT * FROM identified WHERE edition <> e) before
            FULL JOIN (
              SELECT c.id AS edition, i.* EXCLUDE (edition) FROM identified i, comparable(e) c WHERE i.edition = e) after
            ON before.edition = after.edition AND before.siren = after.siren) both_sides
        ON both_sides.edition = c.id),
    told AS (
      SELECT *, 'appeared' AS change, NULL::VARCHAR AS before, NULL::VARCHAR AS after FROM pair WHERE b.siren IS NULL
      UNION ALL SELECT *, 'disappeared', NULL, NULL FROM pair WHERE n.siren IS NULL
      ${CHANGES.map(
        ({ change, before, after, needs }) => `UNION ALL
        SELECT *, '${change}', nullif(${before}, ''), nullif(${after}, '') FROM pair
        WHERE b.siren IS NOT NULL AND n.siren IS NOT NULL AND ${before} IS DISTINCT FROM ${after}
          AND from_edition IN (SELECT id FROM comparable(e)
            WHERE list_contains(columns_before, '${needs}') AND list_contains(columns_after, '${needs}'))`,
      ).join(" ")})
    SELECT from_edition, change, coalesce(n.siren, b.siren) AS siren, coalesce(n.name, b.name) AS name,
      CASE WHEN n.siren IS NULL THEN b.type ELSE n.type END AS type,
      CASE WHEN n.siren IS NULL THEN b.region ELSE n.region END AS region,
      CASE WHEN n.siren IS NULL THEN b.department ELSE n.department END AS department,
      before AS value_before, after AS value_after,
      search_form(coalesce(n.name, b.name)) || ' ' || coalesce(n.siren, b.siren) AS search_text
    FROM told`,
] as const;
