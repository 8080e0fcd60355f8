import Link from "next/link";
import { DownloadMenu, type DownloadMenuProps } from "./download-menu";

/** A page of the site, or the files of the figure. */
export type Action = { label: string; href: string } | { downloads: DownloadMenuProps };

/** The quiet line under a figure: its rows, its files, its definition. */
export function Actions({ actions, label }: { actions: Action[]; label: string }) {
  return (
    <ul className="actions" aria-label={label}>
      {actions.map((action) =>
        "downloads" in action ? (
          <li key="downloads">
            <DownloadMenu menu={action.downloads} quiet />
          </li>
        ) : (
          <li key={action.href}>
            <Link href={action.href} prefetch={false} className="link">
              {action.label}
            </Link>
          </li>
        ),
      )}
    </ul>
  );
}
