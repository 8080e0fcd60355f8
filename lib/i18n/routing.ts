import { defineRouting } from "next-intl/routing";

/** French at `/`, English at `/en`; the address alone decides, never a cookie or the browser's preference. */
export const routing = defineRouting({
  locales: ["fr", "en"],
  defaultLocale: "fr",
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
});
