import "server-only";
import { DEPARTMENTS } from "@/lib/codes/departments";
import { REGIONS } from "@/lib/codes/regions";
import type { EditionContext } from "@/lib/engine/context";
import { indicators } from "@/lib/indicators";
import { entities } from "@/lib/queries/entities";
import { pageFamilies, sitePages, type PageFamily } from "./pages";

const overseas = new Set(REGIONS.filter(({ zone }) => zone === "com").map(({ insee }) => insee));

/** Every address of the site about an edition, without language or view: pages, then single things. */
export async function sitePaths(context: EditionContext): Promise<string[]> {
  const found = await entities.all(context, {});
  const named = (entity: string) =>
    found.filter((one) => one.entity === entity).map(({ identifier }) => identifier);
  const families: Record<PageFamily, string[]> = {
    "/organisations/[siren]": named("organisation").map((siren) => `/organisations/${siren}`),
    "/plateformes/[slug]": named("platform").map((slug) => `/plateformes/${slug}`),
    "/territoires/[code]": [
      ...REGIONS.map(({ code }) => code),
      ...Object.keys(DEPARTMENTS).filter((code) => !overseas.has(code)),
    ].map((code) => `/territoires/${code}`),
    "/indicateurs/[id]": indicators.map(({ id }) => `/indicateurs/${id}`),
  };
  return [
    ...sitePages.filter(({ hidden }) => !hidden).map(({ path }) => path),
    ...pageFamilies.flatMap((family) => families[family]),
  ];
}
