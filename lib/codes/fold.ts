/**
 * The letters and digits of a text, without case, accents, spaces or punctuation: "Thèmatiques " and "thematiques"
 * are the same word. For comparing, never for showing.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[^a-z0-9]+/g, "");
}
