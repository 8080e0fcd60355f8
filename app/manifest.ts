import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";

/** What a device shows of the site once it is put on its home screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations({ locale: "fr", namespace: "shell" });
  return {
    name: t("name"),
    short_name: t("shortName"),
    description: t("tagline"),
    lang: "fr",
    start_url: "/",
    display: "minimal-ui",
    background_color: "#f8f8f6",
    theme_color: "#1d4f91",
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/share/icon-192.png", type: "image/png", sizes: "192x192" },
      { src: "/share/icon-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
    ],
  };
}
