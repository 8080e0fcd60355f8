import Link from "next/link";

/** A few views of the same page, one of them shown: links, so that the choice is in the address. */
export function Choices({
  label,
  choices,
}: {
  label: string;
  choices: { label: string; href: string; current: boolean }[];
}) {
  return (
    <nav aria-label={label}>
      <p className="choices-name" aria-hidden="true">
        {label}
      </p>
      <ul className="choices">
        {choices.map((choice) => (
          <li key={choice.href}>
            <Link
              href={choice.href}
              prefetch={false}
              scroll={false}
              className="choice"
              aria-current={choice.current ? "true" : undefined}
            >
              {choice.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
