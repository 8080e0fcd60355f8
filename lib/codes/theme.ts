/** Themes that the published files use. The list is open: it serves to tell a theme from other words. */
export const THEMES = [
  "Administratif",
  "Agriculture",
  "Citoyenneté",
  "Culture",
  "Economie",
  "Education",
  "Energie",
  "Enfance",
  "Environnement",
  "Equipements",
  "Finance",
  "Généraliste",
  "Santé",
  "Social",
  "Sport",
  "Sécurité",
  "Tourisme",
  "Transport",
  "Télécom",
  "Urbanisme",
] as const;

const KNOWN: ReadonlySet<string> = new Set(
  THEMES.flatMap((theme) => [
    theme.toLowerCase(),
    theme.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
  ]),
);

/** Whether a text is one of the known themes, in any letter case, with its accents or without any. */
export const isTheme = (text: string): boolean => KNOWN.has(text.toLowerCase());
