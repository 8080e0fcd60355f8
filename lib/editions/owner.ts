import { createHash, randomBytes } from "node:crypto";
import { hostname } from "node:os";

// Next bundles pages, handlers and instrumentation apart: they are one process.
const shared = globalThis as typeof globalThis & { observatoryProcess?: string };

const HOST = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
/** Told apart from an earlier process of the same number, as the first of each container is. */
const RUN = (shared.observatoryProcess ??= randomBytes(4).toString("hex"));

/** How this process signs the work it has begun in a folder that others share. */
export const OWNER = `${process.pid}.${HOST}.${RUN}`;

/** Whether the process that signed is still there; undefined when it is of another machine, which can't be asked. */
export function isAlive(owner: string): boolean | undefined {
  const [pid, host, run] = owner.split(".");
  if (!pid || !/^\d+$/.test(pid) || host !== HOST) return undefined;
  if (Number(pid) === process.pid) return run === RUN;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (cause) {
    // A process of another user is alive.
    if ((cause as NodeJS.ErrnoException).code === "EPERM") return true;
    if ((cause as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw cause;
  }
}
