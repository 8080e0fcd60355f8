import { execFile } from "node:child_process";
import { join } from "node:path";
import { makeAccount, type Account } from "./accounts";
import { folderOf } from "./folder.mjs";

type Content = { target: string; body: string; kind?: string; correction?: Record<string, string | null> };

/** Publishes notes of the demonstration edition, by an editor made for them. */
export async function publishNotes(contents: readonly Content[]): Promise<Account> {
  const account = await makeAccount("editor");
  const full = contents.map((one) => ({ kind: "comment", language: "fr", correction: null, ...one }));
  await new Promise<void>((settle, fail) => {
    const env = { ...process.env, STATE_DIR: join(folderOf(process.env.E2E_PORT ?? ""), "state") };
    const command = [
      "--conditions=react-server",
      "--import",
      "tsx",
      "e2e/support/write-note.mjs",
      account.email,
    ];
    const child = execFile(process.execPath, command, { env }, (cause, _, stderr) =>
      cause ? fail(new Error(stderr || cause.message)) : settle(),
    );
    child.stdin?.end(JSON.stringify(full));
  });
  return account;
}
