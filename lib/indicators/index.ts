import "server-only";
import { actors, associatedActors, openAuthorities } from "./actor-counts";
import { datasets, datasetsDistribution } from "./datasets";
import type { Indicator } from "./define";
import { ecosystem } from "./ecosystem";
import { history } from "./history";
import { governance, platforms, platformsByTechnology, platformsByType } from "./platforms";
import { publicationChannels, themes } from "./publication";
import { byDepartment, byRegion, populationCoverage } from "./territories";
import { bySize, byType, openingRate } from "./rates";
import { regionMatrix } from "./region-matrix";
import { datasetsByTechnology, organisationsByTechnology } from "./technologies";

/** Every official indicator, in the order of the report. */
export const indicators: readonly Indicator[] = [
  actors,
  openAuthorities,
  associatedActors,
  history,
  openingRate,
  populationCoverage,
  ecosystem,
  byType,
  bySize,
  platforms,
  platformsByType,
  platformsByTechnology,
  governance,
  organisationsByTechnology,
  datasets,
  datasetsByTechnology,
  datasetsDistribution,
  publicationChannels,
  themes,
  byRegion,
  byDepartment,
  regionMatrix,
];

export const indicatorById: ReadonlyMap<string, Indicator> = new Map(indicators.map((one) => [one.id, one]));
