import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { SessionUser } from "@/lib/auth/types";
import { multipart, requestOf, type Part } from "./upload-form";

// Settings are read when the program's modules are: this comes before them, which a test imports from here on.
const folder = join(tmpdir(), `publication-${process.pid}-${Date.now()}`);
Object.assign(process.env, {
  ...{ DATA_DIR: join(folder, "editions"), STATE_DIR: join(folder, "state") },
  ...{ DATABASE_URL: "", DEFAULT_EDITION: "", OFFLINE: "" },
});
export const { env } = await import("@/lib/env");
const { ask, store } = await import("@/lib/store");
export const { sendForm, sendOfficial } = await import("@/lib/publication/send");

export const user: SessionUser = { id: "ada", email: "ada@exemple.fr", name: "Ada", role: "admin" };

/** A folder that holds the demonstration edition, and a store that knows one administrator. */
export function withEditions(): void {
  beforeAll(async () => {
    await mkdir(env.DATA_DIR, { recursive: true });
    await cp("data/editions/demo", join(env.DATA_DIR, "demo"), { recursive: true });
    await ask((db) =>
      db
        .insertInto("user")
        .values({
          ...{ id: user.id, email: user.email, display_name: user.name, password_hash: null, role: "admin" },
          ...{ session_version: 1, disabled_at: null, created_at: "2022-12-31T00:00:00.000Z" },
        })
        .execute(),
    );
  });
  afterAll(async () => {
    await (await store()).destroy();
    await rm(folder, { recursive: true, force: true });
  });
}

/** The demonstration's first organisations. */
export const rowsOf = async (count: number) =>
  (await readFile("data/editions/demo/organisations.csv", "utf8"))
    .split("\n")
    .slice(0, count + 1)
    .join("\n") + "\n";

const FIELDS: Record<string, string> = {
  ...{ id: "essai", "title-fr": "Essai", "title-en": "Trial", "as-of": "2023-01-31", kind: "demo" },
  ...{ reference: "2022", publisher: "Ville", licence: "lo-2.0", "source-organisations": "" },
};
/** What an administrator types, with changes. */
export const fieldsOf = (changes: Record<string, string> = {}): Part[] =>
  Object.entries({ ...FIELDS, ...changes }).map(([name, value]) => ({ name, value }));

/** A file of the form. */
export const file = (value: string | Buffer, name = "organisations", filename = `${name}.csv`): Part => ({
  ...{ name, value, filename },
});

export const send = (parts: Part[]) => sendForm(user, requestOf(multipart(parts)));

/** The audit, the last line first. */
export const audit = () => ask((db) => db.selectFrom("audit").selectAll().orderBy("seq", "desc").execute());
