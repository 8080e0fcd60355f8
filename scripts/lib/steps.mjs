/** Shows what goes on: a line a step with its time; a moving one on a terminal, a heartbeat elsewhere. */
const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const HEARTBEAT_MS = 15_000;

// `npm run up | head -1` closes our output: the work goes on.
process.stdout.on("error", (cause) => {
  if (cause.code !== "EPIPE") throw cause;
});

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one step and shows it until it is over.
 * @template T
 * @param {string} title
 * @param {(progress: (detail: string) => void) => Promise<{ note?: string, value?: T, failed?: boolean }>} work
 *   `progress` shows what the step is at; `note` says what came of it
 * @param {{ live?: boolean }} options live: the step writes its own output, so nothing moves meanwhile
 * @returns {Promise<T | undefined>} the step's value
 */
export async function step(title, work, { live = false } = {}) {
  const start = Date.now();
  const moving = process.stdout.isTTY && !live;
  let detail = "";
  let frame = 0;
  const name = title.padEnd(17);
  const draw = () => {
    const line = `${FRAMES[frame++ % FRAMES.length]} ${name} ${seconds(start).padStart(7)}  ${detail}`;
    process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
  };
  const beat = () => console.log(`… ${name} ${seconds(start).padStart(7)}  ${detail}`.trimEnd());
  if (moving) draw();
  else if (live) console.log(`… ${title}`);
  const timer = moving ? setInterval(draw, 100) : live ? undefined : setInterval(beat, HEARTBEAT_MS);
  const close = (mark, note) => {
    clearInterval(timer);
    if (moving) process.stdout.write("\r\x1b[2K");
    console.log(`${mark} ${name} ${seconds(start).padStart(7)}  ${note ?? ""}`.trimEnd());
  };
  try {
    const { note, value, failed } = await work((text) => {
      detail = text.replace(/\x1b\[[0-9;]*m/g, "");
    });
    close(failed ? "✗" : "✓", note);
    return value;
  } catch (cause) {
    close("✗", "failed");
    throw cause;
  }
}
