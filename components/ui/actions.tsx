import Link from "next/link";

/** `file` is sent as it is; others are pages of the site. */
export type Action = { label: string; href: string; file?: boolean };

/** The quiet line under a figure: its rows, its files, its definition. */
export function Actions({ actions, label }: { actions: Action[]; label: string }) {
  return (
    <ul className="actions" aria-label={label}>
      {actions.map((action) => (
        <li key={action.href}>
          {action.file ? (
            <a href={action.href} className="link">
              {action.label}
            </a>
          ) : (
            <Link href={action.href} prefetch={false} className="link">
              {action.label}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
