import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import en from "@/messages/en";
import fr from "@/messages/fr";
import { DEFAULT_LOCALE, LOCALES } from "./routing";

const messages = { fr, en };

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(LOCALES, requested) ? requested : DEFAULT_LOCALE;
  return { locale, messages: messages[locale], timeZone: "Europe/Paris" };
});
