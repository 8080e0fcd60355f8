/** Something the person who typed the command can act on: told in one line, without a stack. */
export class CommandError extends Error {}
