/** Called by Next once, when the server starts; never during a build. */
export async function register(): Promise<void> {
  // Next compiles this file for its edge runtime too, where there is no process and no engine.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { start } = await import("./instrumentation-node");
    start();
  }
}
