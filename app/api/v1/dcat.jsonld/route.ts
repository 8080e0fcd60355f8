import { catalogueAnswer } from "@/app/api/_http/dcat-answer";

/** Every edition served, as DCAT-AP describes a catalogue. */
export const GET = (request: Request) => catalogueAnswer(request, "jsonld");
