import { entityAnswer } from "@/app/api/_http/entity-answer";

type Context = { params: Promise<{ edition: string; siren: string }> };

/** One organisation: its row, where it stands among its peers, its platforms and neighbours, what its row had repaired or doubted. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { edition, siren } = await params;
  return entityAnswer(request, "organisation", { edition, id: siren });
}
