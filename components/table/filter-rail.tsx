import { getTranslations } from "next-intl/server";
import { Facet } from "./facet";
import { FilterForm } from "./filter-form";
import type { FacetGroup } from "./filter-types";
import { PageSize } from "./page-size";
import { SearchField } from "./search-field";

/** Search, facets with their counts, columns and page size: one form, whose address is the view. */
export async function FilterRail({
  action,
  q,
  groups,
  columns,
  pageSize,
  hidden,
}: {
  action: string;
  q: string;
  groups: FacetGroup[];
  columns: { key: string; label: string; shown: boolean }[];
  pageSize: { value: number; choices: readonly number[] };
  /** What the view keeps besides: sort order, edition. */
  hidden: Record<string, string>;
}) {
  const t = await getTranslations("lists");
  const shown = columns.map(({ key, label, shown: checked }) => ({
    value: key,
    label,
    count: null,
    checked,
  }));
  return (
    <FilterForm action={action} label={t("filters")}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="filter-search">
        <span>{t("search")}</span>
        <SearchField asked={q} placeholder={t("searchHint")} />
      </label>
      {[...groups, { name: "columns", label: t("columns"), choices: shown, active: 0 }]
        .filter(({ choices }) => choices.length > 0)
        .map((group) => (
          <Facet key={group.name} group={group} />
        ))}
      <PageSize label={t("pageSize")} {...pageSize} />
      <button type="submit" className="button">
        {t("apply")}
      </button>
    </FilterForm>
  );
}
