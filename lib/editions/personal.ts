/** What stands for an e-mail address wherever a value is quoted. */
export const EMAIL_MARK = "(adresse e-mail)";
/** What stands for a contact that may name a person. */
export const CONTACT_MARK = "(contact)";

const HINT = /[@＠]|%40|[([]at[)\]]/i;
// Bounded on both sides, so that a long cell costs a time in proportion to its length.
const EMAIL =
  /[\p{L}\p{N}._%+'-]{1,64} ?(?:@|＠|%40|\(at\)|\[at\]) ?(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/giu;

/**
 * Whether a text holds an e-mail address, also one written "name (at) place.fr".
 * "https://twitter.com/@place" holds none: nobody is named before the sign.
 */
export function holdsEmail(text: string): boolean {
  return HINT.test(text) && text.search(EMAIL) !== -1;
}

/** The text with each e-mail address replaced by a mark. */
export function withoutEmails(text: string): string {
  return HINT.test(text) ? text.replace(EMAIL, EMAIL_MARK) : text;
}
