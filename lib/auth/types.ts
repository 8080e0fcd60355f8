import type { Role } from "@/lib/store/schema";

export type { Role };

/** Who is signed in: what pages, actions and the data layer may know of them. */
export type SessionUser = { id: string; email: string; name: string; role: Role };

/** Why an account is as it is: it can sign in, it was invited and has not answered, or it is closed. */
export type AccountState = "active" | "invited" | "disabled";

/** An account as administrators see it. */
export type AccountSummary = SessionUser & { state: AccountState; createdAt: string };

/** What is wrong with a password that someone chose. */
export type PasswordFault = "short" | "long" | "common" | "personal";
