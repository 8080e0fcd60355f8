import { fold } from "./fold";

/**
 * Makes the function that reads a département.
 * @param departments every département, e.g. the register's
 * @returns a function from a file's text ("5", "2a", "Finistère", "35.0") to an INSEE code ("05", "2A", "29", "35"),
 *   undefined when there is no such département
 */
export function departmentReader(
  departments: readonly { code: string; name: string }[],
): (text: string) => string | undefined {
  const aliases = new Map<string, string>();
  for (const { code, name } of departments) {
    aliases.set(code, code);
    aliases.set(code.toLowerCase(), code);
    aliases.set(fold(name), code);
    // A spreadsheet takes "05" for the number 5.
    if (code.startsWith("0")) aliases.set(code.slice(1), code);
  }
  return (text) => {
    const bare = text.replace(/^(\d+)[.,]0+$/, "$1");
    return aliases.get(bare) ?? aliases.get(fold(bare));
  };
}
