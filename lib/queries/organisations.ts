import "server-only";
import { z } from "zod";
import { REGIONS } from "@/lib/codes/regions";
import { CATEGORIES, CHANNELS, DATASET_CLASSES, NONE, SIZES, TYPES } from "@/lib/codes/types";
import { defineList } from "@/lib/engine/list";

const oneOf = (values: readonly string[]) => z.enum([...values, NONE]);
const text = z.string().min(1).max(200);
export const departmentCode = z
  .string()
  .regex(/^(\d{2,3}|2[AB]|none)$/, "expected the code of a département (35, 2A, 974), or none");

/**
 * Which organisations publish, where and how much?
 * Grain: one row of organisations.csv. Counts in data sets, population in inhabitants, coordinates in degrees (WGS 84);
 * `datasets` follows the rule "local first". Null is unknown, never zero.
 */
export const organisations = defineList({
  name: "organisations",
  from: "actors($edition, $basis)",
  patched: "actors_patched($edition, $basis, $patches)",
  row: z.strictObject({
    siren: z.string().nullable(),
    name: z.string(),
    type: z.enum(TYPES).nullable(),
    region: z.string().nullable(),
    department: z.string().nullable(),
    local_url: z.string().nullable(),
    local_datasets: z.int().nullable(),
    datagouv_url: z.string().nullable(),
    datagouv_datasets: z.int().nullable(),
    datagouv_id: z.string().nullable(),
    ods_id: z.string().nullable(),
    population: z.int().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    channel: z.enum(CHANNELS).nullable(),
    platforms: z.array(z.string()),
    technologies: z.array(z.string()),
    themes: z.array(z.string()),
    datasets: z.int().nullable(),
  }),
  key: ["line"],
  defaultSort: "name",
  sourceOrder: true,
  rows: "organisations",
  filters: {
    type: { column: "type", value: oneOf(TYPES) },
    category: { column: "category", value: z.enum(CATEGORIES) },
    region: { column: "region", value: oneOf(REGIONS.map((region) => region.code)) },
    department: { column: "department", value: departmentCode },
    technology: { column: "technologies", list: true, value: text },
    main_technology: { column: "main_technology", value: text },
    theme: { column: "themes", list: true, value: text },
    channel: { column: "channel", value: oneOf(CHANNELS) },
    platform: { column: "platforms", list: true, value: text },
    size: { column: "size", value: oneOf(SIZES) },
    datasets: { column: "datasets_class", value: oneOf(DATASET_CLASSES) },
    siren: {
      column: "siren",
      value: z.string().regex(new RegExp(`^(\\d{9}|${NONE})$`), "expected a SIREN of nine digits, or none"),
    },
  },
});
