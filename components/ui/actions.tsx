import Link from "next/link";
import { DownloadMenu, type DownloadMenuProps } from "./download-menu";
import { EmbedMenu, type EmbedMenuProps } from "./embed-menu";

/** A page of the site, the files of the figure, or the way to show it elsewhere. */
export type Action =
  { label: string; href: string } | { downloads: DownloadMenuProps } | { embed: EmbedMenuProps };

/** The quiet line under a figure: its rows, its files, its definition. */
export function Actions({ actions, label }: { actions: Action[]; label: string }) {
  return (
    <ul className="actions" aria-label={label}>
      {actions.map((action) =>
        "embed" in action ? (
          <li key="embed">
            <EmbedMenu menu={action.embed} />
          </li>
        ) : "downloads" in action ? (
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
