import { readFile } from "node:fs/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ENGINE_FILES, engineFilePath, readPacked } from "./pack";

test("a packed file is the package's own, in each coding", async () => {
  const name = ENGINE_FILES.worker;
  const whole = await readFile(engineFilePath(process.cwd(), `dist/${name}`));
  for (const [coding, unpack] of [
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ] as const)
    expect(unpack(await readPacked(process.cwd(), name, coding)).equals(whole), coding).toBe(true);
});
