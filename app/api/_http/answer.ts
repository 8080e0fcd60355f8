import { createHash } from "node:crypto";
import type { EditionContext } from "@/lib/engine/context";
import { contextOf, currentState, NoEdition } from "@/lib/engine/engine";
import { BASES, type Basis } from "@/lib/codes/types";
import { DIALECTS, FORMATS, type Dialect, type Format } from "@/lib/export/format-names";
import { BadAddress, type ParameterError } from "@/lib/queries/request";
import { programVersion } from "@/lib/version";
import { notFound } from "./problem";

const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "ETag, Link, Content-Disposition, Accept-Ranges, Content-Range, Retry-After, Repr-Digest, X-Content-SHA256, X-Source-SHA256, X-Emptied-Cells, X-Notice, X-Edition, X-Edition-Fictitious",
};

/** @throws Problem 404 when no such edition is loaded; NoEdition when none is */
export async function requireContext(edition: string, basis: Basis): Promise<EditionContext> {
  const context = await contextOf(edition, basis);
  if (!context && (await currentState()).editions.size === 0) throw new NoEdition();
  if (!context) throw notFound("edition", edition, "See /api/v1/editions.");
  return context;
}

/** How an answer is wanted. */
export type Shape = { format: Format; dialect: Dialect };

/** One value of those allowed, or the fallback when none is given. @throws BadAddress */
export function oneOf<T extends string>(
  params: URLSearchParams,
  name: string,
  allowed: readonly T[],
  fallback: T,
): T {
  const given = params.getAll(name);
  const value = given[0] ?? fallback;
  if (given.length > 1 || !(allowed as readonly string[]).includes(value))
    throw new BadAddress([{ parameter: name, message: `expected one of ${allowed.join(", ")}` }]);
  return value as T;
}

/** The `format` and CSV's `dialect` asked for. @throws BadAddress */
export function readShape(params: URLSearchParams, formats: readonly Format[] = FORMATS): Shape {
  const format = oneOf(params, "format", formats, "json");
  const dialect = oneOf(params, "dialect", DIALECTS, "rfc4180");
  if (params.has("dialect") && format !== "csv")
    throw new BadAddress([{ parameter: "dialect", message: "goes with format=csv only" }]);
  return { format, dialect };
}

/** `basis`, for addresses that take it alone, or with others of `known` that the caller reads. @throws BadAddress */
export function readBasis(params: URLSearchParams, known: readonly string[] = ["basis"]): Basis {
  const errors: ParameterError[] = [...new Set(params.keys())]
    .filter((name) => !known.includes(name))
    .map((name) => ({
      parameter: name.slice(0, 60),
      message: `unknown parameter; known ones are ${known.join(", ")}`,
    }));
  const basis = params.get("basis") ?? "corrected";
  if (!(BASES as readonly string[]).includes(basis) || params.getAll("basis").length > 1)
    errors.push({ parameter: "basis", message: `expected ${BASES.join(" or ")}` });
  if (errors.length > 0) throw new BadAddress(errors);
  return basis as Basis;
}

/** `basis` and the shape, for addresses that take nothing else. @throws BadAddress */
export function readBasisAndShape(
  params: URLSearchParams,
  formats: readonly Format[],
): { basis: Basis } & Shape {
  return { basis: readBasis(params, ["basis", "format", "dialect"]), ...readShape(params, formats) };
}

/**
 * Headers of an answer, whose tag changes with what it is computed from and with the program; `fresh` says that the
 * reader's copy is still good.
 */
export function cacheHeaders(
  request: Request,
  identity: string,
): { headers: Record<string, string> & { ETag: string }; fresh: boolean } {
  const { pathname, search } = new URL(request.url);
  // Weak: the same answer is sent compressed or not.
  const etag = `W/"${createHash("sha256").update(`${programVersion}\n${identity}\n${pathname}${search}`).digest("base64url").slice(0, 27)}"`;
  const known = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  return {
    headers: {
      ETag: etag,
      "Cache-Control": "public, max-age=0, must-revalidate",
      Vary: "Accept-Encoding",
      ...CORS,
    },
    fresh: known.includes(etag.slice(2)) || known.includes("*"),
  };
}

/**
 * Addresses of the other pages of a list, as RFC 8288 has them: relative, so that they hold behind any proxy.
 * @param total rows in all; a page beyond the last leads back to the last
 */
function pageLinks(request: Request, { total, page, page_size: size }: Paged): string {
  const { pathname, searchParams } = new URL(request.url);
  const last = Math.max(1, Math.ceil(total / size));
  const link = (rel: string, number: number) => {
    const params = new URLSearchParams(searchParams);
    params.set("page", String(number));
    return `<${pathname}?${params}>; rel="${rel}"`;
  };
  return [
    link("first", 1),
    ...(page > 1 ? [link("prev", Math.min(page - 1, last))] : []),
    ...(page < last ? [link("next", page + 1)] : []),
    link("last", last),
  ].join(", ");
}

type Paged = { total: number; page: number; page_size: number };
const isPaged = (body: object): body is Paged => "total" in body && "page" in body && "page_size" in body;

/**
 * A JSON answer about editions; one page of several links to the others.
 * @param identity what the answer is computed from: it changes when the answer may
 */
export async function jsonAnswer(
  request: Request,
  identity: string,
  body: () => object | Promise<object>,
): Promise<Response> {
  const { headers, fresh } = cacheHeaders(request, identity);
  if (fresh) return new Response(null, { status: 304, headers });
  const content = await body();
  return new Response(JSON.stringify(content), {
    headers: {
      ...headers,
      "Content-Type": "application/json; charset=utf-8",
      ...(isPaged(content) && { Link: pageLinks(request, content) }),
    },
  });
}
