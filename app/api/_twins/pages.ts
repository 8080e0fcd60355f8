import type { Composed, NextProps } from "@/app/[locale]/_page/edition-page";

type PageModule = { default: { compose: (props: NextProps) => Promise<Composed> } };

/** Every page that has a Markdown twin, by its path; a test holds it against the pages of the site. */
export const TWINS: Readonly<Record<string, () => Promise<PageModule>>> = {
  "/": () => import("@/app/[locale]/page"),
  "/organisations": () => import("@/app/[locale]/organisations/page"),
  "/organisations/[siren]": () => import("@/app/[locale]/organisations/[siren]/page"),
  "/organisations/comparer": () => import("@/app/[locale]/organisations/comparer/page"),
  "/plateformes": () => import("@/app/[locale]/plateformes/page"),
  "/plateformes/[slug]": () => import("@/app/[locale]/plateformes/[slug]/page"),
  "/territoires": () => import("@/app/[locale]/territoires/page"),
  "/territoires/[code]": () => import("@/app/[locale]/territoires/[code]/page"),
  "/indicateurs": () => import("@/app/[locale]/indicateurs/page"),
  "/indicateurs/[id]": () => import("@/app/[locale]/indicateurs/[id]/page"),
  "/donnees": () => import("@/app/[locale]/donnees/page"),
  "/donnees/comparer": () => import("@/app/[locale]/donnees/comparer/page"),
  "/donnees/qualite": () => import("@/app/[locale]/donnees/qualite/page"),
  "/journal": () => import("@/app/[locale]/journal/page"),
  "/methode": () => import("@/app/[locale]/methode/page"),
  "/developpeurs": () => import("@/app/[locale]/developpeurs/page"),
  "/explorer": () => import("@/app/[locale]/explorer/page"),
  "/accessibilite": () => import("@/app/[locale]/accessibilite/page"),
  "/mentions-legales": () => import("@/app/[locale]/mentions-legales/page"),
};

/** Lists whose twin gives as many rows as one page can. */
export const LISTS: readonly string[] = [
  "/organisations",
  "/plateformes",
  "/donnees/comparer",
  "/donnees/qualite",
  "/territoires/[code]",
];
