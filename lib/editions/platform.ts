import { bearerOf, collaborationOf, platformTypeOf, slugOf } from "@/lib/codes/platform";
import { regionOf } from "@/lib/codes/region";
import { parseAddress, readAddress } from "./addresses";
import type { Cells } from "./cells";
import { clean } from "./clean";
import { readCode, readValue } from "./code-cells";
import type { PlatformColumn } from "./columns";
import { readSirenList } from "./identifiers";
import { readTechnology } from "./lists";
import { readCount } from "./numbers";
import { doubtCluster, doubtPage, doubtText } from "./misplaced";
import { NO_NAME } from "./organisation";
import { CONTACT_MARK, EMAIL_MARK, holdsEmail } from "./personal";
import type { PlatformRecord } from "./types";

export type PlatformCells = Cells<PlatformColumn>;

/** The contact when it is a web address. Anything else may name a person: nothing of it leaves this function. */
function readContact(cells: PlatformCells): string | null {
  const { text } = clean(cells.raw("contact_url"));
  if (text === "") return null;
  if (!holdsEmail(text) && parseAddress(text).url !== null) return readAddress(cells, "contact_url");
  if (holdsEmail(text)) cells.note("email_removed", "contact_url", { value: EMAIL_MARK });
  else if (/^\d{1,5}$/.test(text)) cells.note("misplaced_value", "contact_url");
  else cells.note("contact_not_address", "contact_url", { value: CONTACT_MARK });
  return null;
}

/** An account's address, or its name alone ("@place"). */
function readTwitter(cells: PlatformCells): string | null {
  const { text } = clean(cells.raw("twitter"));
  return /^@?\w{1,15}$/.test(text) ? cells.text("twitter") : readAddress(cells, "twitter");
}

/** The name's slug, with "-2", "-3"… when it is taken. */
function uniqueSlug(name: string, taken: Set<string>): string {
  const slug = slugOf(name);
  let unique = slug;
  for (let number = 2; taken.has(unique); number++) unique = `${slug}-${number}`;
  taken.add(unique);
  return unique;
}

/** Records what is doubtful in a row, or would be if most rows had it; nothing is changed. */
function doubt(row: PlatformRecord, cells: PlatformCells): void {
  doubtText(cells, "name", [row.name]);
  doubtText(cells, "theme", [row.theme], { theme: true });
  doubtText(cells, "cluster", [row.cluster], { address: true });
  doubtCluster(cells, "cluster", row.cluster, row.url);
  for (const column of ["reuse_url", "forum_url"] as const) doubtPage(cells, column, row[column]);
  const blank = (column: "url" | "reuse_url") => cells.has(column) && cells.raw(column).trim() === "";
  if (blank("url")) cells.note("address_missing", "url");
  if (row.reuses !== null && blank("reuse_url")) cells.hint("reuses_without_page", "reuses");
}

/**
 * One row of plateformes.csv.
 * @param slugs those of the rows read so far
 */
export function readPlatform(cells: PlatformCells, line: number, slugs: Set<string>): PlatformRecord {
  const name = cells.text("name") ?? NO_NAME;
  if (name === NO_NAME) cells.note("name_missing", "name", { value: null });
  const slug = uniqueSlug(name, slugs);
  if (slug !== slugOf(name)) cells.note("duplicate_name", "name");
  const row = {
    line,
    slug,
    name,
    region: readCode(cells, "region", regionOf),
    type: readValue(cells, "type", platformTypeOf),
    collaboration: readValue(cells, "collaboration", collaborationOf),
    url: readAddress(cells, "url"),
    technology: readTechnology(cells, "technology"),
    bearer: readValue(cells, "bearer", bearerOf),
    theme: cells.text("theme"),
    cluster: cells.text("cluster"),
    reuse_url: readAddress(cells, "reuse_url"),
    reuses: readCount(cells, "reuses"),
    forum_url: readAddress(cells, "forum_url"),
    hosted_declared: readCount(cells, "hosted_declared"),
    contact_url: readContact(cells),
    twitter: readTwitter(cells),
    organisations: readSirenList(cells, "organisations"),
  };
  doubt(row, cells);
  return row;
}
