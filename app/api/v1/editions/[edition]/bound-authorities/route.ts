import { listHandler } from "@/app/api/_http/list-handler";
import { boundAuthorities } from "@/lib/queries/bound-authorities";

export const GET = listHandler(boundAuthorities, {
  fr: "Collectivités que la loi oblige à publier",
  en: "Authorities that the law binds to publish",
});
