import { datasetAnswer } from "@/app/api/_http/dcat-answer";

type Asked = { params: Promise<{ edition: string }> };

/** One edition, as DCAT-AP describes a data set. */
export const GET = async (request: Request, { params }: Asked) =>
  datasetAnswer(request, (await params).edition, "ttl");
