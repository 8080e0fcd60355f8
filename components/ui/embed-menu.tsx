import { CopyButton } from "./copy-button";

export type EmbedMenuProps = {
  button: string;
  text: string;
  label: string;
  /** HTML to paste. */
  lines: string;
  copy: string;
  copied: string;
  see: string;
  href: string;
};

/** How to show a figure in another page: lines to copy, which stand there to be selected without script. */
export function EmbedMenu({ menu }: { menu: EmbedMenuProps }) {
  const { button, text, label, lines, copy, copied, see, href } = menu;
  return (
    <details className="downloads embed" name="downloads" data-unread>
      <summary className="link">{button}</summary>
      <div className="downloads-panel">
        <p>{text}</p>
        <textarea readOnly rows={7} spellCheck={false} aria-label={label} value={lines} />
        <div className="embed-line">
          <CopyButton text={lines} label={copy} done={copied} />
          <a href={href} className="link">
            {see}
          </a>
        </div>
      </div>
    </details>
  );
}
