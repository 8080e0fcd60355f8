import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { sitePaths } from "@/lib/api/site-map";
import { languagesOf, pageUrl } from "@/lib/api/site-url";
import { currentState, defaultEdition } from "@/lib/engine/engine";

/** Every page of the default edition, in both languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  // Made when asked for: the editions are not known when the site is built.
  await connection();
  const state = await currentState();
  const edition = defaultEdition(state);
  const paths = await sitePaths({ state, edition, basis: "corrected" });
  return paths.flatMap((path) =>
    (["fr", "en"] as const).map((locale) => ({
      url: pageUrl(locale, path),
      lastModified: state.loadedAt,
      alternates: { languages: languagesOf(path) },
    })),
  );
}
