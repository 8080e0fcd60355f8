import Link from "next/link";

/** Territories related to the one shown: its region, its départements, its neighbours. */
export function NearList({ title, places }: { title: string; places: { label: string; href: string }[] }) {
  if (places.length === 0) return null;
  return (
    <div className="near">
      <h3>{title}</h3>
      <ul>
        {places.map((place) => (
          <li key={place.href}>
            <Link href={place.href} prefetch={false} className="link">
              {place.label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
