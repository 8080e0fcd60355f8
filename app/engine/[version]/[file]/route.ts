import { problemResponse, notFound } from "@/app/api/_http/problem";
import { engineFile, engineVersion, isEngineFile, packedFile } from "@/lib/explorer/engine-files";
import { sayPacked } from "@/lib/response-status";

/**
 * What the engine of a visitor's tab may do. It is a worker, which has the policy that its own file comes with: it
 * compiles WebAssembly and reaches this host alone, so that it can bring no extension from elsewhere. Pages are left
 * as strict as they are.
 */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** A file of the engine, under an address that says its version: kept by browsers for good. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ version: string; file: string }> },
): Promise<Response> {
  try {
    const { version, file } = await params;
    if (!isEngineFile(file) || version !== (await engineVersion()))
      throw notFound("file of the engine", file, "See /explorer.");
    const accepted = request.headers.get("accept-encoding") ?? "";
    const coding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
    const packed = coding && (await packedFile(file, coding));
    if (packed) sayPacked(coding, packed.length);
    return new Response(packed ? new Uint8Array(packed) : engineFile(file), {
      headers: {
        "Content-Type": file.endsWith(".js") ? "text/javascript; charset=utf-8" : "application/wasm",
        "Content-Security-Policy": POLICY,
        "Cache-Control": "public, max-age=31536000, immutable",
        Vary: "Accept-Encoding",
      },
    });
  } catch (cause) {
    return problemResponse(cause);
  }
}
