export type DownloadFile = { label: string; note: string; size: string | null; href: string };
export type DownloadMenuProps = {
  button: string;
  /** "81 lignes, 19 colonnes": what every file holds. */
  extent: string;
  files: DownloadFile[];
  /** What the sizes are. */
  sizes: string;
};

/** Every shape a result can be had in, each with its size, under one button; it opens without script. */
export function DownloadMenu({ menu, quiet = false }: { menu: DownloadMenuProps; quiet?: boolean }) {
  return (
    // Of the menus of a page one is open at a time.
    <details className="downloads" name="downloads">
      <summary className={quiet ? "link" : "button"}>{menu.button}</summary>
      <div className="downloads-panel">
        <p className="downloads-extent">{menu.extent}</p>
        <ul>
          {menu.files.map((file) => (
            <li key={file.href}>
              <a href={file.href}>
                <span className="downloads-name">{file.label}</span>
                <span className="downloads-size">{file.size}</span>
                <small>{file.note}</small>
              </a>
            </li>
          ))}
        </ul>
        <p className="downloads-sizes">{menu.sizes}</p>
      </div>
    </details>
  );
}
