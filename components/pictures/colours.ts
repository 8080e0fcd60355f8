import type { Tone } from "./types";

type Colours = Readonly<Record<Tone, string>>;

/** The tones of the style sheets (app/globals.css, app/styles/maps.css), for pictures that leave the site. */
const light: Colours = {
  ...{ page: "#ffffff", text: "#15191e", muted: "#4a525b", line: "#e2e3df", accent: "#1d4f91" },
  ...{
    blue: "#1d5fb4",
    gray: "#7a828c",
    orange: "#c2560c",
    teal: "#0a7d6e",
    violet: "#7d3fa0",
    amber: "#8f6b00",
  },
  ...{ "map-0": "#eaf1fa", "map-1": "#bdd4ef", "map-2": "#84afe0", "map-3": "#447fc4", "map-4": "#143f7d" },
  ...{ "map-none": "#f1f1ee", "on-light": "#15191e", "on-dark": "#ffffff", coast: "#5c6671" },
};
const dark: Colours = {
  ...{ page: "#16191f", text: "#eceef1", muted: "#bcc3cb", line: "#2b3038", accent: "#8fbcff" },
  ...{
    blue: "#6ba5f2",
    gray: "#858e99",
    orange: "#f0914d",
    teal: "#3fb8a5",
    violet: "#bd8ce0",
    amber: "#d0a93a",
  },
  ...{ "map-0": "#1b2a40", "map-1": "#264d80", "map-2": "#3a74bd", "map-3": "#78adea", "map-4": "#cfe3fb" },
  ...{ "map-none": "#23272e", "on-light": "#eceef1", "on-dark": "#0f1216", coast: "#8f99a5" },
};

export const COLOURS: Readonly<Record<"light" | "dark", Colours>> = { light, dark };
