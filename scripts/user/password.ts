import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { CommandError } from "../data/command-error";

/** The first line of what is piped in. */
async function pipedLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  throw new CommandError("a password is expected on the standard input");
}

/** What is typed on a terminal, which does not show it. */
async function hiddenLine(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  terminal.on("SIGINT", () => process.exit(130));
  process.stdout.write(question);
  const line = await terminal.question("");
  terminal.close();
  process.stdout.write("\n");
  return line;
}

/** A password, never from the command line, which other users of the machine can read. @throws CommandError */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return pipedLine();
  const password = await hiddenLine("Password: ");
  if ((await hiddenLine("The same again: ")) !== password) throw new CommandError("the two passwords differ");
  return password;
}
