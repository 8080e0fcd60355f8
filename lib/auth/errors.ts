import type { PasswordFault } from "./types";

/** Who asks may not: 401 when nobody is signed in, 403 when who is signed in has not the right. */
export class AccessRefused extends Error {
  constructor(readonly status: 401 | 403) {
    super(status === 401 ? "sign-in needed" : "not allowed");
  }
}

/** What was asked of an account can't be done, with why. */
export class AccountRefused extends Error {
  constructor(
    readonly reason:
      | "exists"
      | "unknown"
      | "last-admin"
      | "self"
      | "link-used"
      | "not-first"
      | "wrong-password"
      | "email"
      | "name"
      | PasswordFault,
  ) {
    super(reason);
  }
}
