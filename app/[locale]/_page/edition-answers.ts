import "server-only";
import { getTranslations } from "next-intl/server";
import type { Answers } from "@/components/account/types";
import type { Locale } from "@/lib/links";

const OWN = ["not-writable", "disk-full", "busy", "changed", "gone", "last", "unconfirmed"] as const;
const SHARED = ["session", "forbidden", "store", "failed"] as const;

/** Everything a form about editions may answer, in a language. */
export async function editionAnswers(locale: Locale): Promise<Answers> {
  const own = await getTranslations({ locale, namespace: "editions.answers" });
  const shared = await getTranslations({ locale, namespace: "account.answers" });
  return Object.fromEntries([
    ...OWN.map((code) => [code, own(code)]),
    ...SHARED.map((code) => [code, shared(code, { least: 0, most: 0 })]),
  ]) as Answers;
}
