import "server-only";
import { toAddress } from "@/lib/explorer/address";
import type { Indicator } from "@/lib/indicators/define";
import { pageHref } from "@/lib/links";
import { tabSql } from "@/lib/queries/tables";
import type { PageContext } from "./context";

/** Address of the explorer with the SQL of an indicator in it, as the engine of a tab runs it. */
export function explorerHref({ context, view }: PageContext, { sql }: Indicator): string {
  const { edition, basis } = context;
  const text = tabSql(sql, edition.id, basis).replace(/^ {2,4}/gm, "  ");
  const address = toAddress(text);
  if (address === null) throw new Error("the SQL of an indicator is too long for an address");
  // The SQL names its edition: so does the address, whichever edition is shown by default later.
  return pageHref("/explorer", { ...view, edition: edition.id }, { sql: address });
}
