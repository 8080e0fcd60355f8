import Link from "next/link";

export type Neighbour = { key: string; name: string; href: string | null; note: string | null };

/** A platform of an organisation, and who else publishes there. */
export function PlatformBlock(props: {
  name: string;
  href: string | null;
  note: string;
  title: string;
  neighbours: Neighbour[];
  all: { label: string; href: string } | null;
}) {
  const { name, href, note, title, neighbours, all } = props;
  return (
    <div className="platform-block">
      <h3>
        {href ? (
          <Link href={href} prefetch={false} className="link">
            {name}
          </Link>
        ) : (
          name
        )}
      </h3>
      <p className="section-note">{note}</p>
      {neighbours.length > 0 && (
        <>
          <p className="platform-neighbours">{title}</p>
          <ul>
            {neighbours.map((one) => (
              <li key={one.key}>
                {one.href ? (
                  <Link href={one.href} prefetch={false} className="link">
                    {one.name}
                  </Link>
                ) : (
                  one.name
                )}
                {one.note && <small>{one.note}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
      {all && (
        <Link href={all.href} prefetch={false} className="link">
          {all.label}
        </Link>
      )}
    </div>
  );
}
