import type { SessionUser } from "./types";

declare module "next-auth" {
  interface Session {
    user: SessionUser;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    /** Version of the account's sessions that the token is of. */
    version?: number;
    /** Moment the session began, in seconds. */
    since?: number;
    /** Of who came by the provider: its identity token, to sign out there; "" when it was too long to be kept. */
    idToken?: string;
  }
}
