import type { TypeCode } from "@/lib/codes/types";

const HEADS =
  "AUBE BROM CHANTE CLAIRE CORNE DORME FLOR FRELE GRANGE GRIM HAUTE LUNE MALI MIRE MONTE MUSE NEIGE NOR OMBRE ORGE PERCE PLUME ROCHE ROUVRE SAULE SOLE TERNE TOUR VALE VERTE VIVE ZEPHI".split(
    " ",
  );
const TAILS =
  "BAL BEAU BREUSE BRUNE CHARD COMBE DOUILLE DRAGUE FEUILLE FONT FRESNE GARDE GNAC GRELOT LIEU LOUP MARE MOUSSE NELLE PELU PIERRE QUERAY RIGNY SSERAC SERPE TILLE TOUILLE VALSE VANNE VILLE VOILE ZAN".split(
    " ",
  );
/** Countries of nowhere: a name that ends with one can't be a real place's. */
const LANDS =
  "SUR-FICTIVE EN-CHIMERIE LES-MIRAGES SOUS-UTOPIE LA-FABULEUSE L'IMAGINAIRE DE-NULLE-PART AUX-SONGES EN-FABULIE SUR-ILLUSOIRE LES-LIMBES EN-FANTAISIE SUR-NUAGE L'INVENTEE EN-REVERIE LA-LEGENDAIRE".split(
    " ",
  );

/** Different places before a name comes again. */
export const DISTINCT_NAMES = HEADS.length * TAILS.length * LANDS.length;

/** An invented town, in capitals without accents as the files write names: "VALEBREUSE-SUR-FICTIVE". */
export function town(index: number): { stem: string; land: string; name: string } {
  // An odd step over a power of two meets every combination once before it repeats.
  const mixed = (index * 7_919 + 4_242) % DISTINCT_NAMES;
  const stem = `${HEADS[mixed % HEADS.length]}${TAILS[Math.floor(mixed / HEADS.length) % TAILS.length]}`;
  const land = LANDS[Math.floor(mixed / (HEADS.length * TAILS.length))] ?? "SUR-FICTIVE";
  return { stem, land, name: `${stem}-${land}` };
}

/** "de" before a name, elided before a vowel: "D'AUBEZAN". */
const of = (name: string) => (/^[AEIOU]/i.test(name) ? `D'${name}` : `DE ${name}`);

const NAMES: Record<TypeCode, readonly ((name: string, stem: string, land: string) => string)[]> = {
  COM: [(name) => name],
  CC: [
    (name) => `CC DU PAYS ${of(name)}`,
    (name) => `CC ${name} COMMUNAUTE`,
    (_, stem, land) => `CC DES MONTS ${stem} ET ${land}`,
  ],
  CA: [(name) => `CA ${name} AGGLOMERATION`, (name) => `CA DU GRAND ${name}`],
  CU: [(name) => `CU ${name}`],
  MET: [(name) => `${name} METROPOLE`],
  EPT: [(name) => `EPT DU GRAND NULLE-PART ${name}`],
  DEP: [(_, stem) => `${stem} ET CHIMERIE`, (_, stem) => `FICTIVE ET ${stem}`],
  REG: [(_, stem) => `${stem} CHIMERIE FABULIE`],
  AGCT: [
    (name) => `SYNDICAT FICTIF DES EAUX ${of(name)}`,
    (name) => `SYNDICAT MIXTE FICTIF ${of(name)}`,
    (name) => `GIP FICTIF ${name} NUMERIQUE`,
  ],
  OACT: [
    (name) => `OFFICE FICTIF DE TOURISME ${of(name)}`,
    (name) => `AGENCE FICTIVE D'URBANISME ${of(name)}`,
    (name) => `CCAS FICTIF ${of(name)}`,
    (name) => `MUSEE FICTIF "L'ENVERS", ${name}`,
  ],
  DSPT: [(name) => `REGIE FICTIVE DES BUS ${of(name)}`, (name) => `ENERGIES FICTIVES ${of(name)}`],
  SDE: [(name) => `DIRECTION FICTIVE DES TERRITOIRES ${of(name)}`],
};

/** What an organisation of that type and town is called. */
export function organisationName(type: TypeCode, index: number): string {
  const { name, stem, land } = town(index);
  const forms = NAMES[type];
  return (forms[index % forms.length] as (typeof forms)[number])(name, stem, land);
}

const SMALL = new Set(["sur", "en", "les", "sous", "la", "de", "aux", "l"]);

/** The town as a platform writes it: "Valebreuse-sur-Fictive". */
export function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/[a-z]+/g, (word) => (SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)));
}

/** "Données de Valebreuse-sur-Fictive", "Données d’Aubezan-en-Chimérie". */
export function titled(title: string, name: string): string {
  const place = titleCase(name);
  if (!title.endsWith(" de")) return `${title} ${place}`;
  return /^[AEIOU]/.test(place) ? `${title.slice(0, -1)}'${place}` : `${title} ${place}`;
}

/** Lowercase letters, digits and hyphens, for an address. */
export function slugOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
