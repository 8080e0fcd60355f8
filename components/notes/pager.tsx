import Link from "next/link";

type Way = { href: string; label: string } | null;

/** To the pages beside this one. */
export function Pager({ label, previous, next }: { label: string; previous: Way; next: Way }) {
  if (!previous && !next) return null;
  return (
    <nav className="neighbours" aria-label={label}>
      {previous && (
        <Link href={previous.href} prefetch={false} rel="prev">
          ← {previous.label}
        </Link>
      )}
      {next && (
        <Link href={next.href} prefetch={false} rel="next">
          {next.label} →
        </Link>
      )}
    </nav>
  );
}
