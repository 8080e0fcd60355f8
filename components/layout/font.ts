import localFont from "next/font/local";

/* A page asks for the Latin letters at once; until they are here, Arial is drawn to their measure and nothing moves. */
const latin = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-latin",
});

/* Letters that few names have are asked for by the pages that show one; ᵉ and ʳ of “1ᵉʳ”, on every page, are not worth it. */
const latinExtended = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-latin-extended",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-0151, U+0154-02B2, U+02B4-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1D48, U+1D4A-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});

/** Classes of the root element that give styles the families of the interface's font, Inter. */
export const fontClasses = `${latin.variable} ${latinExtended.variable}`;
