import "server-only";
import { hash, verify, type Options } from "@node-rs/argon2";
import pLimit from "p-limit";
import type { PasswordFault } from "./types";

/** OWASP's Argon2id with one lane, its passes doubled; the encoded hash carries them. */
const COST: Options = { memoryCost: 19_456, timeCost: 4, parallelism: 1 };

// Hashing shares its threads with DuckDB: signing in must not hold the readers up.
const hashing = pLimit(2);

export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

// What a password that nobody has is compared with, so that unknown accounts take as long as known ones.
let nobodys: Promise<string> | undefined;

const normal = (password: string) => password.normalize("NFKC");

/** The password as the store keeps it. */
export function hashPassword(password: string): Promise<string> {
  return hashing(() => hash(normal(password), COST));
}

/** Whether it is the password; without a hash (unknown account, no password) it works as long, and it is not. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(crypto.randomUUID());
  const against = stored ?? (await nobodys);
  const same = await hashing(() => verify(against, normal(password)));
  return same && stored !== null;
}

/** Words that guessers try first, once letters alone are left. */
const COMMON = new Set(
  (
    "motdepasse password passe admin administrateur administrator utilisateur editeur azerty azertyuiop qwerty qwertyuiop " +
    "azertyqwerty bonjour bienvenue welcome soleil chouchou doudou jetaime iloveyou letmein secret changeme changezmoi " +
    "observatoire opendata opendatafrance odater donnees donneesouvertes territoires collectivite collectivites mairie " +
    "commune departement region france republique abc abcd abcdef abcdefgh abcdefghijkl test tester essai"
  ).split(" "),
);

const letters = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

/**
 * What is wrong with a password someone chooses, or null. Length counts and guessable ones are refused; no mixture of
 * kinds of characters is asked for.
 * @param personal what anyone knows of its owner: e-mail address, name
 */
export function passwordFault(password: string, personal: readonly string[]): PasswordFault | null {
  const { length } = [...normal(password)];
  if (length < PASSWORD_LENGTH.least) return "short";
  if (length > PASSWORD_LENGTH.most) return "long";
  const word = letters(password);
  const repeated = /^(.{1,6}?)\1+$/u.test(password.toLowerCase());
  const halved = COMMON.has(word.slice(0, word.length / 2)) && COMMON.has(word.slice(word.length / 2));
  const counting =
    "0123456789012345678901234567890".includes(password) || "98765432109876543210".includes(password);
  if (repeated || halved || counting || COMMON.has(word) || new Set(password).size < 5) return "common";
  const known = personal.flatMap((text) => [text, text.split("@")[0] ?? ""]).map(letters);
  return word.length < 24 && known.some((text) => text.length >= 4 && (word === text || word === text + text))
    ? "personal"
    : null;
}
