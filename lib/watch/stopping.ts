import "server-only";

// Next bundles the instrumentation and the handlers apart: one word for the process.
const shared = globalThis as typeof globalThis & { observatoryStopping?: boolean };

/** From here on the process answers what reaches it, and asks to be sent nothing more. */
export function beginStopping(): void {
  shared.observatoryStopping = true;
}

/** Whether the process has been told to stop. */
export const isStopping = (): boolean => shared.observatoryStopping === true;
