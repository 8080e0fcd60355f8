import "server-only";
import { redirect, unstable_rethrow } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Panel } from "@/components/notes/panel";
import { AccessRefused } from "@/lib/auth/errors";
import { requireEditor } from "@/lib/auth/session";
import type { Locale } from "@/lib/links";
import { StoreUnavailable } from "@/lib/store";
import { log, reasonOf } from "@/lib/watch/log";
import { signInHref } from "./admin-page";
import { NoteDesk } from "./note-desk";

type Props = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The desk of a note, or what is said in its place. */
async function content({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "desk" });
  try {
    const { id: userId } = await requireEditor();
    return await NoteDesk({ id, search: await searchParams, userId, locale, inPanel: true });
  } catch (cause) {
    unstable_rethrow(cause);
    if (cause instanceof AccessRefused) {
      if (cause.status === 401)
        redirect(await signInHref({ params, searchParams }, () => `/admin/annotations/${id}`));
      return <p className="form-error">{t("errors.forbidden")}</p>;
    }
    log.error({ event: "page_failed", page: "/admin/annotations", reason: reasonOf(cause) });
    return (
      <p className="form-error">{t(cause instanceof StoreUnavailable ? "errors.store" : "panel.failed")}</p>
    );
  }
}

/** A note's desk in a panel beside the page its editor reads. */
export async function NotePanel(props: Props) {
  const { locale } = await props.params;
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "desk" });
  const words = { label: t("panel.label"), close: t("panel.close"), unkept: t("panel.unkept") };
  return <Panel words={words}>{await content(props)}</Panel>;
}
