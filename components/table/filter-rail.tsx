import { getTranslations } from "next-intl/server";
import { FilterForm } from "./filter-form";
import type { FacetGroup } from "./filter-types";
import { SearchField } from "./search-field";

function Facet({ group }: { group: FacetGroup }) {
  const id = `filtre-${group.name}`;
  return (
    <details open={group.active > 0 || group.choices.length <= 4} className="facet">
      <summary id={id}>
        {group.label}
        {group.active > 0 && <span className="facet-active">{group.active}</span>}
      </summary>
      <ul aria-labelledby={id} className="facet-choices">
        {group.choices.map((choice) => (
          <li key={choice.value}>
            <label>
              <input type="checkbox" name={group.name} value={choice.value} defaultChecked={choice.checked} />
              <span className="facet-label">{choice.label}</span>
              <span className="facet-count">{choice.count}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

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
  return (
    <FilterForm action={action} label={t("filters")}>
      {/* A changed view draws the fields anew, checked as the address says. */}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="filter-search">
        <span>{t("search")}</span>
        <SearchField asked={q} placeholder={t("searchHint")} />
      </label>
      {groups.map((group) => (
        <Facet
          key={`${group.name}:${group.choices.map((choice) => `${choice.value}${choice.checked}`).join()}`}
          group={group}
        />
      ))}
      <details className="facet">
        <summary>{t("columns")}</summary>
        <ul className="facet-choices">
          {columns.map((column) => (
            <li key={`${column.key}${column.shown}`}>
              <label>
                <input type="checkbox" name="columns" value={column.key} defaultChecked={column.shown} />
                <span className="facet-label">{column.label}</span>
              </label>
            </li>
          ))}
        </ul>
      </details>
      <label className="filter-size">
        <span>{t("pageSize")}</span>
        <select key={pageSize.value} name="page_size" defaultValue={pageSize.value}>
          {pageSize.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t("apply")}
      </button>
    </FilterForm>
  );
}
