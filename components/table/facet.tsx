"use client";

import { useState } from "react";
import type { FacetChoice, FacetGroup } from "./filter-types";
import { useAsked } from "./use-asked";

function Choice({ name, choice }: { name: string; choice: FacetChoice }) {
  const { value, label, count, checked } = choice;
  const [shown, choose] = useAsked(checked);
  return (
    <li>
      <label>
        <input
          type="checkbox"
          name={name}
          value={value}
          checked={shown}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        <span className="facet-label">{label}</span>
        {count !== null && <span className="facet-count">{count}</span>}
      </label>
    </li>
  );
}

/** The choices of one filter: open where they are few, where one is in force, or as the reader left them. */
export function Facet({ group: { name, label, choices, active } }: { group: FacetGroup }) {
  const [toggled, setToggled] = useState<boolean>();
  const id = `filtre-${name}`;
  return (
    <details
      open={toggled ?? (active > 0 || choices.length <= 4)}
      onToggle={(event) => setToggled(event.currentTarget.open)}
      className="facet"
    >
      <summary id={id}>
        {label}
        {active > 0 && <span className="facet-active">{active}</span>}
      </summary>
      <ul aria-labelledby={id} className="facet-choices">
        {choices.map((choice) => (
          <Choice key={choice.value} name={name} choice={choice} />
        ))}
      </ul>
    </details>
  );
}
