import "server-only";
import { pageUrl } from "./site-url";

/** Permanent address of a note, in the language it is written in. */
export const noteAddress = ({
  id,
  edition,
  language,
}: {
  id: string;
  edition: string;
  language: "fr" | "en";
}) => pageUrl(language, `/journal?note=${id}&edition=${edition}`);
