/** One way to stop, whatever is running: every part that must be ended says so here. */

const stoppers = new Set();
let stopping = false;

/** Whether a stop is under way: nothing new should start, nothing should be reported as failed. */
export const isStopping = () => stopping;

/**
 * @param {() => Promise<number | void>} stopper ends one part; a number is the exit status it asks for
 * @returns {() => void} call it when the part has ended by itself
 */
export function onStop(stopper) {
  stoppers.add(stopper);
  return () => stoppers.delete(stopper);
}

async function stop(status) {
  if (stopping) return;
  stopping = true;
  const asked = await Promise.all([...stoppers].map((stopper) => stopper()));
  process.exit(asked.find((code) => code !== undefined) ?? status);
}

process.on("SIGINT", () => void stop(130));
process.on("SIGTERM", () => void stop(143));
process.on("SIGHUP", () => void stop(129));

// npm hands signals on, but a killed npm can't: its end is then the stop.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void stop(143), 250).unref();
}
