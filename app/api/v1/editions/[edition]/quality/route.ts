import { listHandler } from "@/app/api/_http/list-handler";
import { quality } from "@/lib/queries/quality";

export const GET = listHandler(quality, { fr: "Rapport de qualité", en: "Quality report" });
