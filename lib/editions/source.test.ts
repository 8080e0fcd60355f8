import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, test } from "vitest";
import { MANIFEST, readFolder, readWritten, refusalOf, withFolder } from "@/tests/support/folder";
import { FAIR, csvOf } from "@/tests/support/rows";
import { readFileBytes, sameFile } from "./files";
import { loadRegister } from "./register";
import { listEditionFolders, openEdition } from "./source";

const fair = csvOf([FAIR]);
const sha = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");

describe("folders of editions", () => {
  test("are those with a valid name, and those that hold an edition's files under a bad one", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "editions-"));
    try {
      for (const name of ["2022", "demo", ".staging-1", "lost+found", "Édition 2021", "x".repeat(33)])
        await mkdir(join(dataDir, name));
      await writeFile(join(dataDir, "Édition 2021", "organisations.csv"), fair);
      await writeFile(join(dataDir, "notes.txt"), "");
      await symlink(join(dataDir, "2022"), join(dataDir, "2023"));
      expect(await listEditionFolders(dataDir)).toEqual(["2022", "2023", "demo", "Édition 2021"]);
      await expect(listEditionFolders(join(dataDir, "none"))).rejects.toThrow();
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });

  test("under a bad name are refused with the remedy", async () => {
    const refusal = await refusalOf({ folder: "Édition 2021", files: { "organisations.csv": fair } });
    expect(refusal).toMatchObject({ edition: "Édition 2021", file: null, line: null });
    expect(refusal.reason.fr).toContain("Renommer le dossier");
    expect(refusal.reason.en).toContain("Rename the folder");
  });

  test("being put in place have any hidden name", async () => {
    const read = await readWritten({ folder: ".staging-7f", files: { "organisations.csv": fair } });
    expect(read.source.manifest.id).toBe("essai");
  });
});

describe("what an edition is", () => {
  test("is told of its files: bytes, hash, encoding, delimiter, headers, columns", async () => {
    const text = "\uFEFFSIREN;Nom;Type;Autre\r\n213500010;Acigné;COM;x\r\n";
    const { source } = await readWritten({ files: { "organisations.csv": text } });
    expect(source.platforms).toBeNull();
    expect(source.files).toEqual([
      {
        resource: "organisations",
        name: "organisations.csv",
        bytes: Buffer.byteLength(text),
        sha256: sha(text),
        encoding: "utf-8",
        delimiter: ";",
        headers: ["SIREN", "Nom", "Type", "Autre"],
        columns: ["siren", "name", "type"],
      },
    ]);
  });

  test("the same rows come from UTF-8 or Windows-1252, comma or semicolon, LF or CRLF", async () => {
    const rows = [
      FAIR,
      { ...FAIR, siren: "217500016", nom: "L’Œuvre à 5 €", Thématiques: "Santé,Équipements" },
    ];
    const utf8 = csvOf(rows);
    const latin = Buffer.from(
      utf8.replaceAll("’", "\x92").replaceAll("Œ", "\x8c").replaceAll("€", "\x80"),
      "latin1",
    );
    const semicolons = utf8.replace(/"([^"]*)"|,/g, (all, inner?: string) =>
      inner === undefined ? ";" : `"${inner}"`,
    );
    const written = [utf8, latin, semicolons, utf8.replaceAll("\n", "\r\n"), `\uFEFF${utf8}`];
    const read = await Promise.all(
      written.map((content) => readWritten({ files: { "organisations.csv": content } })),
    );
    expect(read[0]?.organisations[1]).toMatchObject({
      name: "L’Œuvre à 5 €",
      themes: ["Santé", "Équipements"],
    });
    for (const other of read.slice(1)) expect(other.organisations).toEqual(read[0]?.organisations);
    expect(read.map(({ source }) => source.files[0]?.encoding)).toEqual([
      "utf-8",
      "windows-1252",
      "utf-8",
      "utf-8",
      "utf-8",
    ]);
    expect(new Set(read.map(({ source }) => source.identity)).size).toBe(5);
  });

  test("its identity follows every byte of its three files and nothing else", async () => {
    const platforms = "Nom\nData\n";
    const identities = await Promise.all(
      [
        { "organisations.csv": fair },
        { "organisations.csv": fair },
        { "organisations.csv": `${fair}\n` },
        { "organisations.csv": fair, "plateformes.csv": platforms },
        { "organisations.csv": fair, "plateformes.csv": `${platforms}\n` },
        { "organisations.csv": fair, "edition.json": JSON.stringify({ ...MANIFEST, publisher: "Autre" }) },
        { "organisations.csv": fair, "notes.txt": "x" },
      ].map(async (files) => (await readWritten({ files })).source.identity),
    );
    const [one, ...others] = identities;
    expect(others.map((identity) => identity === one)).toEqual([true, false, false, false, false, true]);
    const manifest = JSON.stringify(MANIFEST);
    expect(one).toBe(sha(`edition.json:${sha(manifest)}\norganisations.csv:${sha(fair)}\n`));
  });
});

describe("a file that changes", () => {
  test("after the opening changes nothing of what is read", async () => {
    await withFolder({ files: { "organisations.csv": fair } }, async (folder) => {
      const source = await openEdition(folder, await loadRegister());
      await writeFile(join(folder, "organisations.csv"), "<html>");
      const names: string[] = [];
      for (let time = 0; time < 2; time++)
        for await (const { rows } of source.organisations()) names.push(...rows.map(({ name }) => name));
      expect(names).toEqual(["ACIGNE", "ACIGNE"]);
    });
  });

  test("between the reading of two files is noticed, replaced, removed or added", async () => {
    await withFolder({ files: { "organisations.csv": fair } }, async (folder) => {
      const path = join(folder, "organisations.csv");
      const read = await readFileBytes(path);
      await sameFile(path, read);
      await writeFile(join(folder, "new.csv"), fair);
      await rename(join(folder, "new.csv"), path);
      await expect(sameFile(path, read)).rejects.toThrow("changed while it was read");
      await rm(path);
      await expect(sameFile(path, read)).rejects.toThrow("changed while it was read");
      await sameFile(path, null);
      await writeFile(path, fair);
      await expect(sameFile(path, null)).rejects.toThrow("changed while it was read");
    });
  });
});

test("rows come in batches, and the event loop is left turns between them", async () => {
  const count = 12_000;
  const rows = Array.from({ length: count }, (_, index) => ({ ...FAIR, nom: `ACTEUR ${index}` }));
  await withFolder({ files: { "organisations.csv": csvOf(rows) } }, async (folder) => {
    await readFolder(folder);
    const source = await openEdition(folder, await loadRegister());
    const delay = monitorEventLoopDelay({ resolution: 2 });
    delay.enable();
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const sizes: number[] = [];
    for await (const batch of source.organisations()) sizes.push(batch.rows.length);
    clearInterval(timer);
    delay.disable();
    // The last batch has no row: it says which columns have no value.
    expect(sizes).toEqual([...Array<number>(count / 250).fill(250), 0]);
    // 2 MB in pieces of 64 kB: about thirty turns; on a busy machine each may be long, but none waits for the end.
    expect(turns).toBeGreaterThan(10);
    expect(delay.percentile(50) / 1e6).toBeLessThan(50);
  });
});
