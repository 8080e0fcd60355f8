import { userInfo } from "node:os";
import { setupSecret } from "@/lib/auth/accept";
import { addAccount, findAccount, listAccounts, readEmail } from "@/lib/auth/accounts";
import { AccountRefused } from "@/lib/auth/errors";
import { resetPassword, setDisabled } from "@/lib/auth/manage";
import { PASSWORD_LENGTH, passwordFault } from "@/lib/auth/passwords";
import { siteUrl } from "@/lib/auth/secret";
import type { Role } from "@/lib/auth/types";
import { StoreUnavailable } from "@/lib/store";
import { CommandError } from "../data/command-error";
import { readPassword } from "./password";

/** Who acts, in the audit: the command line, and who runs it on the machine. */
const actor = () => ({ id: null, name: `command line (${userInfo().username})` });

const WHY: Readonly<Record<string, string>> = {
  exists: "an account already has this e-mail address",
  email: "this is no e-mail address",
  "last-admin": "this is the last administrator: add another one first",
  short: `this password is too short: ${PASSWORD_LENGTH.least} characters at least`,
  long: `this password is too long: ${PASSWORD_LENGTH.most} characters at most`,
  common: "this password is too easy to guess: choose a few unrelated words",
  personal: "this password is too close to the name or the address",
};

/** Runs a command: what can be acted on is told in one line. */
export async function tell(work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 0;
  } catch (cause) {
    if (cause instanceof AccountRefused) throw new CommandError(WHY[cause.reason] ?? cause.reason, { cause });
    if (cause instanceof StoreUnavailable)
      throw new CommandError("the store does not answer: see STATE_DIR or DATABASE_URL", { cause });
    throw cause;
  }
}

async function accountOf(email: string) {
  const account = await findAccount({ email: readEmail(email) });
  if (!account) throw new CommandError(`no account has the address ${email}`);
  return account;
}

async function goodPassword(personal: readonly string[]): Promise<string> {
  const password = await readPassword();
  const fault = passwordFault(password, personal);
  if (fault) throw new AccountRefused(fault);
  return password;
}

/** Makes an account; the first one is an administrator unless told otherwise. */
export async function add(email: string, given: { name?: string; role?: Role }): Promise<void> {
  const name = given.name?.trim() || (readEmail(email).split("@")[0] ?? email);
  const role = given.role ?? ((await listAccounts()).length === 0 ? "admin" : "editor");
  if (await findAccount({ email: readEmail(email) })) throw new AccountRefused("exists");
  const password = await goodPassword([email, name]);
  await addAccount(actor(), { email, name, role, password });
  console.log(`added ${readEmail(email)} (${role})`);
}

/** One line an account: e-mail, role, state, name, separated by tabs. */
export async function list(): Promise<void> {
  for (const { email, role, state, name } of await listAccounts())
    console.log([email, role, state, name].join("\t"));
}

/** Closes an account and ends its sessions. */
export async function disable(email: string): Promise<void> {
  const { id } = await accountOf(email);
  await setDisabled(actor(), id, true);
  console.log(`disabled ${readEmail(email)}; its sessions have ended`);
}

/** Sets a password and ends the account's sessions. */
export async function password(email: string): Promise<void> {
  const account = await accountOf(email);
  const chosen = await goodPassword([account.email, account.display_name]);
  await resetPassword(actor(), account.id, chosen);
  console.log(`changed the password of ${account.email}; its sessions have ended`);
}

/** The one-time address that makes the first account; nothing once there is one. */
export async function setup(): Promise<void> {
  const secret = await setupSecret();
  if (secret !== undefined) console.log(`${siteUrl()}/connexion/lien/${secret}`);
}
