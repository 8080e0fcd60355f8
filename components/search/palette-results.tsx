import Link from "next/link";
import type { SearchGroup } from "@/lib/api/search-types";
import { formatNumber } from "@/lib/format";
import { localHref, pageHref, type Locale, type View } from "@/lib/links";
import type { SearchWords } from "./types";

/** An address found, in the reader's language and view. A list's own question stays. */
export function resultHref(path: string, locale: Locale, view: View): string {
  const [bare = path, search] = path.split("?");
  return localHref(locale, pageHref(bare, view, Object.fromEntries(new URLSearchParams(search))));
}

type Props = {
  id: string;
  optionId: (index: number) => string;
  groups: readonly SearchGroup[];
  /** Index of the option that Enter opens, over all groups. */
  active: number | null;
  locale: Locale;
  view: View;
  words: SearchWords;
  onChoose: () => void;
};

/** The list of a combobox: options by kind, each a link; the last of a kind leads to its whole list. */
export function PaletteResults({ id, optionId, groups, active, locale, view, words, onChoose }: Props) {
  let next = 0;
  const option = (path: string, name: string, detail: string | null, quiet = false) => {
    const index = next++;
    return (
      <Link
        key={path}
        id={optionId(index)}
        role="option"
        aria-selected={index === active}
        tabIndex={-1}
        prefetch={false}
        href={resultHref(path, locale, view)}
        className={quiet ? "palette-all" : "palette-option"}
        onClick={onChoose}
      >
        <span>{name}</span>
        {detail && <small>{detail}</small>}
      </Link>
    );
  };
  return (
    <div id={id} role="listbox" aria-label={words.results} className="palette-list">
      {groups.map(({ entity, total, list, results }) => (
        <div key={entity} role="group" aria-labelledby={`${id}-${entity}`}>
          <p id={`${id}-${entity}`} className="palette-kind" role="presentation">
            {words.kinds[entity]}
          </p>
          {results.map(({ path, name, detail }) => option(path, name[locale], detail?.[locale] ?? null))}
          {list &&
            total > results.length &&
            option(list, words.all[entity].replace("{count}", formatNumber(locale, total)), null, true)}
        </div>
      ))}
    </div>
  );
}
