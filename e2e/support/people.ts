import type { APIRequestContext } from "@playwright/test";
import { aged, makeAccount, sessionOf, signedIn, userCommand, withSession, type Account } from "./accounts";

/** Who may come: nobody known, an editor, an administrator, an administrator disabled since, one whose day is over. */
export const WHO = ["anonymous", "editor", "admin", "disabled", "expired"] as const;
export type Who = (typeof WHO)[number];

/** Requests as each of them would send, and who the administrator is. Dispose of them when done. */
export async function everyone(
  baseURL: string,
): Promise<{ admin: Account; people: Record<Who, APIRequestContext> }> {
  const [admin, editor, disabled] = [
    await makeAccount("admin"),
    await makeAccount("editor"),
    await makeAccount("admin"),
  ];
  const [anonymous, ofEditor, ofAdmin, closed] = [
    await signedIn(baseURL),
    await signedIn(baseURL, editor),
    await signedIn(baseURL, admin),
    await signedIn(baseURL, disabled),
  ];
  await userCommand(["disable", disabled.email]);
  const old = await aged((await sessionOf(ofAdmin))!, 8 * 3600);
  const expired = await withSession(baseURL, old);
  return { admin, people: { anonymous, editor: ofEditor, admin: ofAdmin, disabled: closed, expired } };
}
