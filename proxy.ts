import createMiddleware from "next-intl/middleware";
import { routing } from "@/lib/i18n/routing";

/** Chooses the language from the address; guards nothing. */
export const proxy = createMiddleware(routing);

export const config = { matcher: ["/((?!api|_next|.*\\..*).*)"] };
