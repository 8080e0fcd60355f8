import "server-only";
import { AUTHORITY_TYPES, DATASET_CLASSES, EPCI_TYPES, SIZES } from "@/lib/codes/types";
import { REGIONS } from "@/lib/codes/regions";
import { patched } from "./patches";

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(", ");

/** `CASE` over bands written "3500-5000", each from where the one before ends, the last one open. */
const bandCase = (column: string, bands: readonly string[]) =>
  `CASE ${bands
    .toReversed()
    .map((band) => `WHEN ${column} >= ${band.split("-")[0]} THEN '${band}'`)
    .join(" ")} END`;

const OVERSEAS = quoted(REGIONS.filter((region) => region.zone === "com").map((region) => region.code));
const IS_EPCI = `type IN (${quoted(EPCI_TYPES)})`;

/** The classes of `by-type`; the same expression over actors and over the register, so that both sides of a rate agree. */
const CLASS = `CASE
    WHEN type IN ('DEP', 'REG') THEN type
    WHEN type = 'COM' AND population < 3500 THEN 'COM-0-3500'
    WHEN (type = 'COM' OR ${IS_EPCI}) AND population >= 100000 THEN 'COM+EPCI-100000-'
    WHEN type = 'COM' AND population >= 3500 THEN 'COM-3500-100000'
    WHEN ${IS_EPCI} AND population < 100000 THEN 'EPCI-0-100000'
  END`;

/**
 * Tables hold each edition once, with the file's value and the corrected one side by side where a basis may differ.
 * Statements run in this order, before any row is loaded.
 */
export const TABLES = [
  // `columns`: those of its organisations.csv.
  `CREATE TABLE edition (id VARCHAR, reference VARCHAR, as_of DATE, kind VARCHAR, columns VARCHAR[])`,
  `CREATE TABLE organisation (
    edition VARCHAR, line INTEGER, siren VARCHAR, name VARCHAR, type VARCHAR, region_file VARCHAR, region VARCHAR,
    department VARCHAR, local_url VARCHAR, local_datasets INTEGER, datagouv_url VARCHAR, datagouv_datasets INTEGER,
    datagouv_id VARCHAR, ods_id VARCHAR, population_file INTEGER, population INTEGER, latitude DOUBLE,
    longitude_file DOUBLE, longitude DOUBLE, channel VARCHAR, platforms VARCHAR[], technologies VARCHAR[],
    themes VARCHAR[], checked_at VARCHAR)`,
  `CREATE TABLE platform (
    edition VARCHAR, line INTEGER, slug VARCHAR, name VARCHAR, region VARCHAR, type VARCHAR, collaboration VARCHAR,
    url VARCHAR, technology VARCHAR, bearer VARCHAR, theme VARCHAR, cluster VARCHAR, reuse_url VARCHAR, reuses INTEGER,
    forum_url VARCHAR, hosted_declared INTEGER, contact_url VARCHAR, twitter VARCHAR, organisations VARCHAR[])`,
  `CREATE TABLE finding (
    edition VARCHAR, file VARCHAR, line INTEGER, "column" VARCHAR, subject VARCHAR, kind VARCHAR, outcome VARCHAR,
    basis VARCHAR, value VARCHAR, corrected VARCHAR)`,
  `CREATE TABLE authority (
    siren VARCHAR, insee_code VARCHAR, name VARCHAR, type VARCHAR, region VARCHAR, department VARCHAR,
    population INTEGER, in_france18 BOOLEAN, bound BOOLEAN)`,
  `CREATE TABLE membership (commune VARCHAR, epci_siren VARCHAR)`,
  `CREATE TABLE department (code VARCHAR, name VARCHAR, region VARCHAR, in_france18 BOOLEAN)`,
  `CREATE TABLE published_denominator (reference VARCHAR, indicator VARCHAR, key VARCHAR, total INTEGER)`,
  `CREATE TABLE published_history (month VARCHAR, communes INTEGER, epci INTEGER, departments INTEGER, regions INTEGER, total INTEGER)`,
] as const;

/** Rows of organisations.csv as the basis has them. */
const BASED = `SELECT edition, line, siren, name, type, department, local_url, local_datasets, datagouv_url,
        datagouv_datasets, datagouv_id, ods_id, latitude, channel, platforms, technologies, themes, checked_at,
        CASE WHEN b = 'file' THEN region_file ELSE region END AS region,
        CASE WHEN b = 'file' THEN population_file ELSE population END AS population,
        CASE WHEN b = 'file' THEN longitude_file ELSE longitude END AS longitude
      FROM organisation WHERE edition = e`;

/** What is said of an actor besides its cells; it follows from them, corrected or not. */
const actorsFrom = (based: string) => `SELECT *,
      CASE WHEN type IN (${quoted(AUTHORITY_TYPES)}) THEN 'authority' ELSE 'associated' END AS category,
      -- Rule "local first": the local count where the channel names a local platform, else data.gouv.fr's.
      CASE WHEN channel IN ('ptf', 'both') THEN local_datasets ELSE datagouv_datasets END AS datasets,
      technologies[1] AS main_technology,
      ${bandCase("datasets", DATASET_CLASSES)} AS datasets_class,
      ${bandCase("population", SIZES)} AS size,
      ${CLASS} AS class,
      -- Overseas collectivities belong to no denominator; the file's basis counts them as the official workbook does.
      b = 'file' OR region IS NULL OR region NOT IN (${OVERSEAS}) AS in_rates,
      search_form(name) || ' ' || coalesce(siren, '') AS search_text
    FROM (${based})`;

const PLATFORMS = `SELECT * FROM platform WHERE edition = e`;
const platformsFrom = (source: string) => `SELECT *, search_form(name) AS search_text FROM (${source})`;

/** Relations every question reads; `e` is the edition's id, `b` the basis. */
export const RELATIONS = [
  `CREATE MACRO search_form(text) AS
    trim(regexp_replace(strip_accents(lower(replace(replace(text, 'œ', 'oe'), 'Œ', 'oe'))), '[^a-z0-9]+', ' ', 'g'))`,
  // Grain: one row of organisations.csv, under the asked basis.
  `CREATE MACRO actors(e, b) AS TABLE ${actorsFrom(BASED)}`,
  `CREATE MACRO platforms_of(e) AS TABLE ${platformsFrom(PLATFORMS)}`,
  `CREATE VIEW reference_authority AS
    SELECT *, ${CLASS} AS class, ${bandCase("population", SIZES)} AS size FROM authority`,
  // Grain: one denominator of one reference set. "2022" is counted in the register, "2021" was published.
  `CREATE VIEW denominator AS
    SELECT * FROM published_denominator
    UNION ALL SELECT '2022', 'by-type', class, count(*)::INTEGER FROM reference_authority WHERE in_france18 AND class IS NOT NULL GROUP BY ALL
    UNION ALL SELECT '2022', 'by-type', type, count(*)::INTEGER FROM reference_authority WHERE in_france18 AND ${IS_EPCI} GROUP BY ALL
    UNION ALL SELECT '2022', 'by-size', size, count(*)::INTEGER FROM reference_authority
      WHERE in_france18 AND type = 'COM' AND population >= 3500 GROUP BY ALL
    UNION ALL SELECT '2022', 'opening-rate', class, count(*)::INTEGER FROM reference_authority WHERE bound GROUP BY ALL`,
  `CREATE MACRO denominators(e, i) AS TABLE
    SELECT d.key, d.total FROM denominator d JOIN edition ON edition.reference = d.reference
    WHERE edition.id = e AND d.indicator = i`,
  // Grain: one commune of the 18 régions, and whether the edition's open communes or EPCI cover it.
  `CREATE MACRO coverage(e) AS TABLE
    SELECT c.insee_code, c.region, c.department, c.population,
      c.siren IN (SELECT siren FROM organisation WHERE edition = e AND type = 'COM')
        OR c.insee_code IN (
          SELECT m.commune FROM membership m
          WHERE m.epci_siren IN (SELECT siren FROM organisation WHERE edition = e AND ${IS_EPCI} AND siren IS NOT NULL)) AS covered
    FROM authority c WHERE c.type = 'COM' AND c.in_france18`,
  // Grain: one bound authority of the register, and whether a row of the edition is it. Communes and EPCI are matched
  // by SIREN, which a demonstration edition invents (unknown, then); the register has none for the other two.
  `CREATE MACRO bound_authorities(e, b) AS TABLE
    WITH opened AS (SELECT siren, type, region, department FROM actors(e, b) WHERE category = 'authority')
    SELECT r.*,
      CASE
        WHEN r.type = 'REG' THEN r.region IN (SELECT o.region FROM opened o WHERE o.type = 'REG' AND o.region IS NOT NULL)
        WHEN r.type = 'DEP' THEN r.department IN (
          SELECT o.department FROM opened o WHERE o.type = 'DEP' AND o.department IS NOT NULL)
        WHEN (SELECT kind FROM edition WHERE id = e) = 'demo' THEN NULL
        ELSE r.siren IN (SELECT o.siren FROM opened o WHERE o.siren IS NOT NULL)
      END AS open,
      search_form(r.name) || ' ' || coalesce(r.siren, '') || ' ' || coalesce(r.insee_code, '') AS search_text
    FROM reference_authority r WHERE r.bound`,
] as const;

/** The same with published corrections `p` in the place of the cells they are about. */
export const PATCHED_RELATIONS = [
  `CREATE MACRO actors_patched(e, b, p) AS TABLE ${actorsFrom(patched(BASED, "organisation", "p"))}`,
  `CREATE MACRO platforms_patched(e, p) AS TABLE ${platformsFrom(patched(PLATFORMS, "platform", "p"))}`,
] as const;
