import { listHandler } from "@/app/api/_http/list-handler";
import { boundAuthorities } from "@/lib/queries/bound-authorities";

export const GET = listHandler(boundAuthorities);
