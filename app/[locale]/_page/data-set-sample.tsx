import "server-only";
import { getTranslations } from "next-intl/server";
import { tableModel } from "@/components/table/model";
import { DataTable } from "@/components/ui/data-table";
import { localHref, organisationHref, pageHref } from "@/lib/links";
import type { DataSetProps } from "./data-set";

const COLUMNS = [
  ...["name", "siren", "type", "region", "department", "channel", "local_datasets", "datagouv_datasets"],
  ...["population", "latitude", "longitude", "platforms", "technologies", "themes"],
];

/** Five rows, to see what one looks like. */
export async function DataSetSample({ data, page, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset.sample" });
  const { columns, rows } = tableModel({
    ...{ locale, columns: COLUMNS, sortable: [], sort: [], rows: data.records, typeDimension: "type" },
    rowId: (_, index) => String(index),
    sortHref: () => "",
  });
  return (
    <>
      <p className="section-note">{t("intro")}</p>
      <div className="data-set-sample">
        <DataTable
          caption={t("caption")}
          columns={columns.map(({ key, label, align }) => ({ key, label, align }))}
          rows={rows.map(({ cells }, index) => {
            const siren = data.records[index]?.siren;
            return {
              key: String(index),
              href: siren ? localHref(locale, pageHref(organisationHref(siren), page.view)) : null,
              cells: Object.fromEntries(COLUMNS.map((key) => [key, cells[key]?.text ?? null])),
            };
          })}
        />
      </div>
    </>
  );
}
