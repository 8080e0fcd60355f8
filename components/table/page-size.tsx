"use client";

import { useAsked } from "./use-asked";

/** How many rows a page has. */
export function PageSize({
  label,
  value,
  choices,
}: {
  label: string;
  value: number;
  choices: readonly number[];
}) {
  const [shown, choose] = useAsked(value);
  return (
    <label className="filter-size">
      <span>{label}</span>
      <select name="page_size" value={shown} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </label>
  );
}
