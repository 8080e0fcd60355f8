import { listHandler } from "@/app/api/_http/list-handler";
import { changes } from "@/lib/queries/changes";

export const GET = listHandler(changes, { fr: "Changements entre éditions", en: "Changes between editions" });
