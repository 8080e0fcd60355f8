import { listHandler } from "@/app/api/_http/list-handler";
import { platforms } from "@/lib/queries/platforms";

export const GET = listHandler(platforms, { fr: "Plateformes", en: "Platforms" });
