import "server-only";
import type { EditionContext } from "@/lib/engine/context";
import { organisations } from "@/lib/queries/organisations";
import { organisation, organisationPeers, organisationPlatforms } from "@/lib/queries/organisation";
import { hosted, platform } from "@/lib/queries/platform";
import { platforms } from "@/lib/queries/platforms";
import { quality } from "@/lib/queries/quality";

/** Neighbours told of each platform; all of them are a link away. */
const NEIGHBOURS = 10;
/** Remarks on one row: it has some twenty cells. */
const REMARKS = 200;

/** The organisations that name a platform, those with most data sets first, but for one. */
async function neighboursOn(context: EditionContext, name: string, siren: string) {
  const request = { filters: { platform: [name] }, q: null, sort: ["-datasets"] };
  const { rows } = await organisations.page(context, request, 1, NEIGHBOURS + 1);
  return rows
    .filter((row) => row.siren !== siren)
    .slice(0, NEIGHBOURS)
    .map((row) => ({ siren: row.siren, name: row.name, type: row.type, datasets: row.datasets }));
}

/** What the reading repaired, set aside or doubted in the rows of an organisation. */
async function remarksOn(context: EditionContext, siren: string) {
  const request = { filters: { siren: [siren], file: ["organisations.csv"] }, q: null, sort: ["line"] };
  const { rows } = await quality.page(context, request, 1, REMARKS);
  return rows.map(({ line, column, kind, severity, outcome, basis, value, corrected }) => ({
    ...{ line, column, kind, severity, outcome, basis, value, corrected },
  }));
}

/** Everything said of one organisation, for its page, its files and the API; null when the edition has no such SIREN. */
export async function organisationCard(context: EditionContext, siren: string) {
  const [[row], peers, named, remarks] = await Promise.all([
    organisation.all(context, { siren }),
    organisationPeers.all(context, { siren }),
    organisationPlatforms.all(context, { siren }),
    remarksOn(context, siren),
  ]);
  if (!row) return null;
  const published_on = await Promise.all(
    named.map(async (one) => ({ ...one, neighbours: await neighboursOn(context, one.name, siren) })),
  );
  return { row, peers, published_on, remarks };
}

export type OrganisationCard = NonNullable<Awaited<ReturnType<typeof organisationCard>>>;

/** Everything said of one platform; null when the edition has none of that slug. */
export async function platformCard(context: EditionContext, slug: string) {
  const [[row], organisationsHosted] = await Promise.all([
    platform.all(context, { slug }),
    hosted.all(context, { slug }),
  ]);
  if (!row) return null;
  const peers = row.technology
    ? await platforms.page(
        context,
        { filters: { technology: [row.technology] }, q: null, sort: ["-hosted_declared"] },
        1,
        NEIGHBOURS + 1,
      )
    : { rows: [], total: 0 };
  return {
    row,
    hosted: organisationsHosted,
    technology_peers: {
      total: Math.max(0, peers.total - 1),
      rows: peers.rows
        .filter((one) => one.slug !== slug)
        .slice(0, NEIGHBOURS)
        .map(({ slug: id, name, region, hosted_declared }) => ({ slug: id, name, region, hosted_declared })),
    },
  };
}

export type PlatformCard = NonNullable<Awaited<ReturnType<typeof platformCard>>>;
