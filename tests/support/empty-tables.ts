import { write, type StoreDb } from "@/lib/store";
import { withAuditOpen } from "@/lib/store/append-only";
import type { TABLES } from "@/lib/store/tables";
import { anyTable, TABLE_NAMES } from "@/lib/store/tables";

/** Empties tables of a store, the audit too, as a restore does. @param tables each before those that it refers to; all of them unless told */
export const emptyTables = (
  db: StoreDb,
  tables: readonly (keyof typeof TABLES)[] = TABLE_NAMES.toReversed(),
) =>
  write(
    (tx) =>
      withAuditOpen(tx, async () => {
        for (const table of tables) await anyTable(tx).deleteFrom(table).execute();
      }),
    db,
  );
