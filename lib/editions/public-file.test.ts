import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readWritten } from "@/tests/support/folder";
import { REAL_FILES, readRealFiles, realFilesAreHere, WHEN_ABSENT } from "@/tests/support/real";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** What anyone gets of plateformes.csv written so. */
async function published(content: string | Uint8Array) {
  const files = { "organisations.csv": "siren,nom,type\n213500010,ACIGNE,COM\n", "plateformes.csv": content };
  const { source } = await readWritten({ files });
  const file = await source.publicFile("plateformes");
  if (!file) throw new Error("there is no file");
  const bytes = Buffer.concat(file.pieces);
  expect(bytes.length).toBe(file.bytes);
  expect(sha256(bytes)).toBe(file.sha256);
  return { ...file, text: bytes.toString("latin1"), source: source.files[1] };
}

test("a file that names nobody is sent to the byte, byte-order mark and line ends with it", async () => {
  const content = '\uFEFFNom,contact\r\n"A ""b"", c",https://a.fr/contact\r\nD,\r\n';
  const { text, emptied, sha256: hash, source } = await published(content);
  expect(Buffer.from(text, "latin1").toString("utf8")).toBe(content);
  expect({ emptied, hash }).toEqual({ emptied: 0, hash: source?.sha256 });
});

test.each([
  ["an address", "jean.dupont@a.fr", ""],
  ["a quoted address beside a name", '"Dupont, Jean <jean@a.fr>"', ""],
  ["an address in words", "jean.dupont (at) a.fr", ""],
  ["an address hidden by a zero-width space", "jean\u200b@a.fr", ""],
  ["a name alone", "Jean Dupont", ""],
  ["a page of contact", "https://a.fr/contact", "https://a.fr/contact"],
  ["spaces", "  ", "  "],
])("of a contact, %s", async (_what, contact, left) => {
  const { text } = await published(`Nom,contact,url\n"A\n@",${contact},https://a.fr\nB,,https://b.fr`);
  expect(text).toBe(`Nom,contact,url\n"A\n@",${left},https://a.fr\nB,,https://b.fr`);
});

test("an address is taken out of any column, and a name out of the contacts alone", async () => {
  const { text, emptied } = await published("Nom;contact;grappe\nJean Dupont;;jean@a.fr\r\nB;;C\r\n");
  expect({ text, emptied }).toEqual({ text: "Nom;contact;grappe\nJean Dupont;;\r\nB;;C\r\n", emptied: 1 });
});

test("a file in Windows-1252 keeps its bytes", async () => {
  const { text } = await published(Buffer.from("Nom,contact\nMétropole,rené@a.fr\nÉ,x\n", "latin1"));
  expect(text).toBe("Nom,contact\nMétropole,\nÉ,\n");
});

test("lines that Windows ends keep their ends, a contact being the last cell", async () => {
  const { text, emptied } = await published('Nom,contact\r\nA,"jean@a.fr"\r\nB,https://b.fr\r\n');
  expect({ text, emptied }).toEqual({ text: "Nom,contact\r\nA,\r\nB,https://b.fr\r\n", emptied: 1 });
});

test("the header stays, after blank lines too, and a stray carriage return moves no column", async () => {
  const { text } = await published(" ,,\nNom,contact,grappe\nA\rB,jean@a.fr,C\n");
  expect(text).toBe(" ,,\nNom,contact,grappe\nA\rB,,C\n");
});

test.skipIf(!realFilesAreHere)(
  `of the real files, forty cells are emptied and nothing else${WHEN_ABSENT}`,
  async () => {
    const { source } = await readRealFiles();
    for (const resource of ["organisations", "plateformes"] as const) {
      const original = await readFile(join(REAL_FILES, `${resource}.csv`), "utf8");
      const file = await source.publicFile(resource);
      const text = Buffer.concat([...(file?.pieces ?? [])]).toString("utf8");
      expect(text).not.toMatch(/[\w.]@\w+\.\w/);
      // What is left out line by line: cells of contacts, and only them.
      const [before, after] = [original.split("\n"), text.split("\n")];
      expect(after).toHaveLength(before.length);
      const changed = before.filter((line, index) => line !== after[index]);
      expect(changed.every((line) => /@\w/.test(line))).toBe(true);
      expect({ changed: changed.length, emptied: file?.emptied }).toEqual(
        resource === "organisations" ? { changed: 0, emptied: 0 } : { changed: 40, emptied: 40 },
      );
    }
  },
);
