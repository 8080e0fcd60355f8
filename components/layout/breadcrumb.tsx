import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { localHref, pageHref, type Locale, type View } from "@/lib/links";

type Props = {
  locale: Locale;
  view: View;
  /** Pages above this one, top down, home left out; paths without their language. */
  trail: readonly { path: string; label: string }[];
  /** This page's own name. */
  here: string;
};

/** Where a page of the second level or deeper stands. */
export async function Breadcrumb({ locale, view, trail, here }: Props) {
  const t = await getTranslations({ locale, namespace: "shell" });
  return (
    <nav className="breadcrumb" aria-label={t("breadcrumb")}>
      <ol>
        {[{ path: "/", label: t("destinations.overview") }, ...trail].map(({ path, label }) => (
          <li key={path}>
            <Link href={localHref(locale, pageHref(path, view))} prefetch={false}>
              {label}
            </Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
