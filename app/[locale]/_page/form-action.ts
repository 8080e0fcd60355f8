import "server-only";
import type { FormAction, FormState } from "@/components/account/types";
import { AccessRefused, AccountRefused } from "@/lib/auth/errors";
import { requireSameSite } from "@/lib/auth/same-site";
import { PublicationError } from "@/lib/editions/publication-error";
import type { Locale } from "@/lib/links";
import { tellToComeBack } from "@/lib/response-status";
import { StoreUnavailable } from "@/lib/store";

/** The text of a field; "" when it was not sent as a text. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

export const localeOf = (form: FormData): Locale => (textOf(form, "locale") === "en" ? "en" : "fr");

function codeOf(cause: unknown): string {
  if (cause instanceof AccountRefused) return cause.reason;
  if (cause instanceof AccessRefused) return cause.status === 401 ? "session" : "forbidden";
  if (cause instanceof StoreUnavailable) {
    tellToComeBack();
    return "store";
  }
  if (cause instanceof PublicationError) return cause.fault;
  throw cause;
}

/**
 * A form's action: what its reader can act on comes back as a state with what they typed, but for passwords; a fault of
 * the program stays one.
 */
export function formAction(work: (form: FormData) => Promise<Omit<FormState, "values">>): FormAction {
  return async (_state, form) => {
    const values = Object.fromEntries(
      [...form.keys()]
        .filter((name) => !/password|secret|^\$/i.test(name))
        .map((name) => [name, textOf(form, name).slice(0, 4_000)]),
    );
    try {
      await requireSameSite();
      const answer = await work(form);
      return { ...answer, values: answer.error ? values : {} };
    } catch (cause) {
      return { error: codeOf(cause), values };
    }
  };
}
