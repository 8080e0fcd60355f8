import type { APIRequestContext, APIResponse } from "@playwright/test";

/** A form as the page sends it without script. */
export type Form = { fields: Readonly<Record<string, string>>; names: readonly string[]; text: string };

const plain = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

/** The forms of a page, each with its hidden fields (which name the server's action) and its visible words. */
export function formsOf(html: string): Form[] {
  return [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map(([, inside = ""]) => {
    const inputs = [...inside.matchAll(/<(?:input|select|button)\b[^>]*>/g)].map(([tag]) => tag);
    const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const names = inputs.flatMap((tag) => plain(attribute(tag, "name") ?? "") || []);
    const hidden = inputs.filter((tag) => tag.includes('type="hidden"'));
    return {
      names,
      fields: Object.fromEntries(
        hidden.map((tag) => [plain(attribute(tag, "name") ?? ""), plain(attribute(tag, "value") ?? "")]),
      ),
      text: plain(inside.replace(/<[^>]*>/g, " ")),
    };
  });
}

/** Sends a form, by whomever, with other values and headers. */
export function submit(
  who: APIRequestContext,
  path: string,
  form: Form,
  values: Record<string, string>,
  headers: Record<string, string>,
): Promise<APIResponse> {
  return who.post(path, { multipart: { ...form.fields, ...values }, headers });
}
