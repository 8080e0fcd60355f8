import { readWritten, type Read } from "./folder";

/** A row of organisations.csv that nothing can be said against: its values agree with each other and the register. */
export const FAIR = {
  siren: "213500010",
  nom: "ACIGNE",
  type: "COM",
  regcode: "BRE-53",
  "url-ptf": "https://data.rennesmetropole.fr/",
  "nb-ptf": "4",
  "url-datagouv": "",
  "nb-datagouv": "",
  "id-datagouv": "",
  "id-ods": "Commune d'Acigné",
  "pop-insee": "6865",
  lat: "48.1339",
  long: "-1.53664",
  merge: "ptf",
  depcode: "35",
  ptf: "Data Rennes Métropole",
  Techno: "OpenDataSoft",
  Thématiques: "Social,Citoyenneté",
  TimeStamp: "2021-12-15T11:57",
};
export type Changes = Partial<Record<keyof typeof FAIR, string>>;

/** The same of plateformes.csv. */
export const FAIR_PLATFORM = {
  Nom: "Data Rennes Métropole",
  Regcode: "BRE-53",
  Type: "Portail",
  Collab: "Mutualisé",
  url: "https://data.rennesmetropole.fr/",
  Techno: "OpenDataSoft",
  porteur: "MET",
  thèmatique: "Généraliste",
  grappe: "",
  "url-reuse": "",
  "nb-reuse": "2",
  "url-forum-dodo": "",
  "nb-struct-hebergees": "31",
  contact: "https://data.rennesmetropole.fr/pages/contact/",
  twitter: "",
  "Organisations 5": "213500010,243500139",
};
export type PlatformChanges = Partial<Record<keyof typeof FAIR_PLATFORM, string>>;

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** CSV text of rows of the same columns. */
export function csvOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  return lines.map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

/** Reads an edition of these rows: each is the fair row, changed; so are the platforms. */
export function readRows(
  rows: readonly Changes[],
  platforms: readonly PlatformChanges[] = [{}],
): Promise<Read> {
  return readWritten({
    files: {
      "organisations.csv": csvOf(rows.map((changes) => ({ ...FAIR, ...changes }))),
      "plateformes.csv": csvOf(platforms.map((changes) => ({ ...FAIR_PLATFORM, ...changes }))),
    },
  });
}

/** What was found to say, in one line a finding: "kind column: value → corrected". */
export const told = ({ findings }: Read): string[] =>
  findings.map(({ kind, column, value, corrected }) =>
    [
      `${kind} ${column}`,
      value === null ? "" : `: ${value}`,
      corrected === null ? "" : ` → ${corrected}`,
    ].join(""),
  );
