import { listHandler } from "@/app/api/_http/list-handler";
import { organisations } from "@/lib/queries/organisations";

export const GET = listHandler(organisations, { fr: "Organisations", en: "Organisations" });
