import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { parseArgs } from "node:util";
import { CommandError } from "./data/command-error";

const USAGE = `usage: npm run user -- <command>

  add <email> [--name "…"] [--role editor|admin]
                        make an account; the first one is an administrator
  list                  one line an account: e-mail, role, state, name
  disable <email>       close an account; its sessions end
  password <email>      set a password; the account's sessions end
  setup                 print a one-time address that makes the first account; nothing once there is one

Passwords are asked for, or read from the first line of the standard input; never given as an argument.`;

function argumentsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: "string" }, role: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
  } catch (cause) {
    throw new CommandError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}

/** @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args);
  const [command, email, ...rest] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const whole = command === "list" || command === "setup";
  if (rest.length > 0 || (whole && email !== undefined))
    throw new CommandError(`"${rest[0] ?? email}" was not expected\n${USAGE}`);
  const { role, name } = values;
  if (role !== undefined && role !== "editor" && role !== "admin")
    throw new CommandError(`--role must be editor or admin, not "${role}"`);
  if (!whole && command !== undefined && email === undefined)
    throw new CommandError(`${command} needs an e-mail address\n${USAGE}`);
  // Loaded only now: settings that can't be used must be told in one line too.
  const { tell, ...commands } = await import("./user/commands");
  switch (command ?? "") {
    case "add":
      return tell(() => commands.add(email!, { name, role }));
    case "list":
      return tell(commands.list);
    case "disable":
      return tell(() => commands.disable(email!));
    case "password":
      return tell(() => commands.password(email!));
    case "setup":
      return tell(commands.setup);
    default:
      throw new CommandError(
        `${command === undefined ? "a command is needed" : `unknown command "${command}"`}\n${USAGE}`,
      );
  }
}

// As the server reads them: what is set in the environment wins.
for (const file of [".env.local", ".env"]) if (existsSync(file)) loadEnvFile(file);

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (cause: unknown) => {
    const isSettings = cause instanceof Error && cause.constructor.name === "EnvError";
    console.error(cause instanceof CommandError || isSettings ? `error: ${(cause as Error).message}` : cause);
    process.exit(1);
  },
);
