import { entityAnswer } from "@/app/api/_http/entity-answer";

type Context = { params: Promise<{ edition: string; slug: string }> };

/** One platform: its row, the organisations it hosts by its word and by theirs, the others of its technology. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { edition, slug } = await params;
  return entityAnswer(request, "platform", { edition, id: slug });
}
