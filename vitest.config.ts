import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: { "@": root.replace(/\/$/, "") },
  },
  // `server-only` throws unless the bundler asks for the server's side of a package: the tests are that side.
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    include: ["lib/**/*.test.{ts,tsx}", "app/**/*.test.ts", "components/**/*.test.ts", "tests/**/*.test.ts"],
    server: { deps: { inline: ["server-only"] } },
    // One less than the cores is the default, which leaves half of a small machine idle.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
