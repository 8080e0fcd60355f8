import { getLocale } from "next-intl/server";
import { NotFound } from "./_page/not-found";
import type { Locale } from "@/lib/links";

/** For what Next itself finds missing; pages say so themselves, with or without JavaScript. */
export default async function NextNotFound() {
  return <NotFound locale={(await getLocale()) as Locale} />;
}
