import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { editionHref, type Locale } from "@/lib/links";
import { Menu } from "./menu";
import type { EditionSummary } from "./types";

type Props = {
  locale: Locale;
  path: string;
  search: string;
  editions: EditionSummary[];
  current: EditionSummary;
};

/** Every edition as a link to the same view of it, in a panel that opens without script. */
export async function EditionMenu({ locale, path, search, editions, current }: Props) {
  const t = await getTranslations({ locale, namespace: "shell" });
  return (
    // Keyed by the edition: choosing one closes the panel.
    <Menu
      key={current.id}
      button={
        <>
          {/* Its id alone: beside five destinations, a title has no room. */}
          <span title={current.title[locale]}>{current.id}</span>
          <span className="sr-only">{t("editionOf", { title: current.title[locale] })}</span>
          <span aria-hidden="true">▾</span>
        </>
      }
    >
      <ul>
        {editions.map((edition) => (
          <li key={edition.id}>
            <Link
              href={editionHref(locale, path, search, edition.id)}
              prefetch={false}
              aria-current={edition.id === current.id ? "true" : undefined}
            >
              {edition.title[locale]}
              <small>{t("asOf", { date: edition.asOf })}</small>
            </Link>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
