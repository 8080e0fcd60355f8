/** `npm start`: serves what is installed and built. */
import { main, serveUntilStopped } from "./lib/main.mjs";
import { checkPort } from "./lib/serve.mjs";

await main(async () => {
  await checkPort();
  await serveUntilStopped();
});
