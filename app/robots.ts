import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { siteUrl } from "@/lib/api/site-url";

/** Pages are for all; the editors' pages and the files that repeat them are not for search engines. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: {
      userAgent: "*",
      allow: ["/", "/api/openapi.json"],
      disallow: [
        "/admin",
        "/en/admin",
        "/connexion",
        "/en/connexion",
        "/recherche?",
        "/en/recherche?",
        "/api/",
      ],
    },
    sitemap: `${siteUrl}/sitemap.xml`,
  };
}
