import { corrected, kept } from "./kind";

/** Findings about a row's place and about what the register says of its SIREN. */
export const TERRITORY_KINDS = {
  region_from_department: corrected("warning", {
    label: { fr: "Région reprise du département", en: "Region taken from the département" },
    explanation: {
      fr: "La région manque ou n’est pas celle du département : la base corrigée emploie la région du département. À la source : accorder les deux colonnes.",
      en: "The region is missing or is not that of the département: the corrected basis uses the département’s region. At the source: make the two columns agree.",
    },
  }),
  siren_not_in_register: kept("warning", {
    label: { fr: "Collectivité absente du registre", en: "Authority not in the register" },
    explanation: {
      fr: "Le type annonce une commune ou une intercommunalité, mais le registre ne connaît pas ce SIREN : la ligne est gardée. À la source : vérifier le SIREN et le type, ou si la collectivité a changé depuis.",
      en: "The type says a commune or an intercommunal body, but the register does not know this SIREN: the row is kept. At the source: check SIREN and type, or whether the authority has changed since.",
    },
  }),
  type_differs: kept("warning", {
    label: { fr: "Type différent du registre", en: "Type that differs from the register" },
    explanation: {
      fr: "Le registre donne un autre type pour ce SIREN, montré en regard : celui du fichier est gardé. À la source : vérifier le type.",
      en: "The register gives another type for this SIREN, shown beside it: the file’s is kept. At the source: check the type.",
    },
  }),
  department_differs: kept("warning", {
    label: { fr: "Département différent du registre", en: "Département that differs from the register" },
    explanation: {
      fr: "Le registre place cette commune dans un autre département, montré en regard : celui du fichier est gardé. À la source : vérifier le département et le SIREN.",
      en: "The register puts this commune in another département, shown beside it: the file’s is kept. At the source: check the département and the SIREN.",
    },
  }),
};
