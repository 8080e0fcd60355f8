/** French at `/`, English at `/en`; the address alone decides, never a cookie or the browser's preference. */
export const LOCALES = ["fr", "en"] as const;
export const DEFAULT_LOCALE = "fr";
