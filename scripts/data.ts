import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { parseArgs } from "node:util";
import { CommandError } from "./data/command-error";

const USAGE = `usage: npm run data -- <command>

  fetch                          bring the official 2022 edition into DATA_DIR (checked, all or nothing)
  check <folder> [--all]         validate an edition, one line a problem; exit 1 when it is refused or a value
                                 can't be used (--all also lists matters of form)
  demo                           rebuild the demonstration edition in DATA_DIR
  generate --rows N --out <folder> [--platforms N] [--seed N] [--clean]
                                 write a fictitious edition of any size, damaged as real files are (--clean: not)`;

/** A whole number given as an option. */
function whole(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new CommandError(`--${name} must be a whole number, not "${text}"`);
  return Number(text);
}

function argumentsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        all: { type: "boolean" },
        clean: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        out: { type: "string" },
        platforms: { type: "string" },
        rows: { type: "string" },
        seed: { type: "string" },
      },
    });
  } catch (cause) {
    throw new CommandError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}

/** @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args);
  const [command, folder, ...rest] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (rest.length > 0 || (folder !== undefined && command !== "check"))
    throw new CommandError(`"${rest[0] ?? folder}" was not expected\n${USAGE}`);
  // Loaded only now: settings that can't be used must be told in one line too.
  switch (command ?? "") {
    case "fetch":
      return (await import("./data/fetch")).fetchCommand();
    case "check":
      if (folder === undefined) throw new CommandError(`check needs the folder of an edition\n${USAGE}`);
      return (await import("./data/check")).checkCommand(folder, { all: values.all ?? false });
    case "demo":
      return (await import("./data/make")).demoCommand();
    case "generate": {
      const rows = whole("rows", values.rows);
      if (rows === undefined || values.out === undefined)
        throw new CommandError(`generate needs --rows and --out\n${USAGE}`);
      const [platforms, seed = 1] = [whole("platforms", values.platforms), whole("seed", values.seed)];
      const { generateCommand } = await import("./data/make");
      return generateCommand(values.out, { rows, platforms, seed, faults: !values.clean });
    }
    default:
      throw new CommandError(
        `${command === undefined ? "a command is needed" : `unknown command "${command}"`}\n${USAGE}`,
      );
  }
}

// `npm run data -- check … | head` closes our output: that is not a fault.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => process.exit(cause.code === "EPIPE" ? 0 : 1));
// As the server reads them: what is set in the environment wins.
for (const file of [".env.local", ".env"]) if (existsSync(file)) loadEnvFile(file);

// Exits by itself: a connection that a proxy never closes would keep the process after its last word.
// Not before its last word is out, though: under npm a pipe takes lines later than they are given.
main(process.argv.slice(2)).then(
  (code) => process.stdout.write("", () => process.exit(code)),
  (cause: unknown) => {
    const isSettings = cause instanceof Error && cause.constructor.name === "EnvError";
    console.error(cause instanceof CommandError || isSettings ? `error: ${(cause as Error).message}` : cause);
    process.exit(1);
  },
);
