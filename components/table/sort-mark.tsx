/** Which way a column is sorted; a faint mark says that it can be. */
export function SortMark({ sorted }: { sorted: "ascending" | "descending" | null }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 8 12" width="8" height="12" className="sort-mark">
      <path d="M4 0 8 5H0Z" data-on={sorted === "ascending"} />
      <path d="M4 12 0 7h8Z" data-on={sorted === "descending"} />
    </svg>
  );
}
