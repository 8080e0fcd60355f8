import Link from "next/link";

/** Where the page is, from the first level down; the last step is the page itself. */
export function Breadcrumb({ label, steps }: { label: string; steps: { label: string; href?: string }[] }) {
  return (
    <nav className="breadcrumb" aria-label={label}>
      <ol>
        {steps.map(({ label: text, href }) => (
          <li key={href ?? "here"}>
            {href ? (
              <Link href={href} prefetch={false} className="link">
                {text}
              </Link>
            ) : (
              <span aria-current="page">{text}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
