import Link from "next/link";

/** The page before and the page after; nothing when one page holds all. */
export function Pager(props: {
  label: string;
  previous: { label: string; href: string | null };
  next: { label: string; href: string | null };
  place: string;
}) {
  const { label, previous, next, place } = props;
  if (!previous.href && !next.href) return null;
  return (
    <nav className="pages" aria-label={label}>
      {previous.href ? (
        <Link href={previous.href} prefetch={false} rel="prev" className="button">
          {previous.label}
        </Link>
      ) : (
        <span />
      )}
      <span>{place}</span>
      {next.href ? (
        <Link href={next.href} prefetch={false} rel="next" className="button">
          {next.label}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
