import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { parseArgs } from "node:util";
import { CommandError } from "./data/command-error";

const USAGE = `usage: npm run backup -- <file>
       npm run restore -- <file> [--replace]
       npm run purge -- note/<id>|report/<id>

  backup   write the whole store (accounts, notes with every version, reports, audit) into one file, while the server
           runs; the file holds hashes of passwords: keep it as the store itself
  restore  bring it back, all of it or nothing, into the embedded store or a PostgreSQL server (DATABASE_URL). A store
           that holds something is left alone, unless --replace: it is then first written to a file of STATE_DIR
  purge    remove for good a deleted note with all its versions, or a closed report; the audit keeps that it was done.
           Backups made before still hold it`;

/** @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { replace: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  const [command, file, ...rest] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (file === undefined || rest.length > 0 || (values.replace && command !== "restore"))
    throw new CommandError(
      `${file === undefined ? (command === "purge" ? "note/<id> or report/<id> is needed" : "a file is needed") : `"${rest[0] ?? "--replace"}" was not expected`}\n${USAGE}`,
    );
  // Loaded only now: settings that can't be used must be told in one line too.
  const commands = await import("./store/commands");
  if (command === "purge") return commands.purgeCommand(file);
  return command === "backup"
    ? commands.backupCommand(file)
    : commands.restoreCommand(file, values.replace ?? false);
}

// As the server reads them: what is set in the environment wins.
for (const file of [".env.local", ".env"]) if (existsSync(file)) loadEnvFile(file);

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (cause: unknown) => {
    const { name, code, message } = cause as NodeJS.ErrnoException;
    const told =
      cause instanceof CommandError ||
      (cause as Error).constructor.name === "EnvError" ||
      (name === "TypeError" && code?.startsWith("ERR_PARSE_ARGS"));
    console.error(told ? `error: ${message}` : cause);
    process.exit(1);
  },
);
