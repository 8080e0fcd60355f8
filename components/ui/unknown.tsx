import { useTranslations } from "next-intl";

/** A value that is not known, which is neither none nor zero. */
export function Unknown({ reason }: { reason?: string }) {
  const t = useTranslations("ui");
  const words = reason ?? t("unknown");
  return (
    <span className="unknown" title={words}>
      <span aria-hidden="true">—</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
