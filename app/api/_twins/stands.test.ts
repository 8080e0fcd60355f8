import { createElement as h, Fragment } from "react";
import { describe, expect, it, vi } from "vitest";
import { Footnotes } from "@/components/notes/footnotes";
import { NoteList, type ShownNote } from "@/components/notes/note-list";
import { NoteMark } from "@/components/notes/note-mark";
import { ListTable } from "@/components/table/list-table";
import { DownloadMenu } from "@/components/ui/download-menu";
import { markdownOf } from "@/lib/markdown/page";
import { standsOfPage } from "./stands";

// Tests run on the server's side of React, where the bundler would put references to what is the browser's.
vi.mock("next/link", () => ({ default: () => null }));
vi.mock("next/navigation", () => ({}));
vi.mock("next-intl/server", () => ({ getTranslations: () => null }));
vi.mock("next-intl", () => ({ useTranslations: () => null }));
vi.mock("@/components/charts/lazy-chart", () => ({ LazyChart: () => null }));
vi.mock("@tanstack/react-table", () => ({ createColumnHelper: () => null, tableFeatures: () => null }));

const note = (id: string, markdown: string): ShownNote => ({
  ...{ id, kind: "Méthode", html: "<p>never read</p>", markdown, language: "fr", author: "A. Nim" },
  ...{ date: "1 mai 2026", href: `/journal#note-${id}`, correction: null },
});
const group = (id: string, number: number, of: ShownNote) => ({
  ...{ id: `notes-${id}`, label: `1 note : ${id}`, notes: [{ number, note: of }] },
});
const read = (...content: Parameters<typeof h>[2][]) =>
  markdownOf(h(Fragment, null, ...content), {
    stands: standsOfPage(),
    address: (href) => `https://site${href}`,
  });

describe("what stands for the components of a page", () => {
  it("tells a note once: beside its target, or at the end under its number", async () => {
    const [first, second] = [note("a", "**Un**"), note("b", "Deux")];
    const text = await read(
      h(NoteList, { notes: [first], label: "Notes" }),
      h(
        "p",
        null,
        "Taux",
        h(NoteMark, { noted: { notes: { id: "x", label: "", count: "1", numbers: "2" }, annotate: null } }),
      ),
      h(Footnotes, {
        groups: [group("A", 1, first), group("B", 2, second)],
        title: "Notes",
        close: "Fermer",
      }),
    );
    expect(text).toBe(
      [
        "**Méthode** · A. Nim, [1 mai 2026](https://site/journal#note-a)",
        "> **Un**",
        "Taux \\[2\\]",
        "\\[2\\] 1 note : B · **Méthode** · A. Nim, [1 mai 2026](https://site/journal#note-b)",
        "> Deux",
      ].join("\n\n"),
    );
  });

  it("writes the browser’s table, unknown cells as a dash and what a correction replaced struck out", async () => {
    const column = { definition: "", sortHref: null, sorted: null } as const;
    const text = await read(
      h(ListTable, {
        ...{ caption: "", unknown: "Inconnu" },
        columns: [
          { ...column, key: "name", label: "Nom", unit: null, align: "left" },
          { ...column, key: "population", label: "Population", unit: "habitants", align: "right" },
        ],
        rows: [
          { id: "1", cells: { name: { text: "A|B", href: "/organisations/1" }, population: null } },
          {
            id: "2",
            cells: { name: { text: "C" }, population: { text: "20" } },
            replaced: { population: { text: "2" } },
          },
        ],
      }),
    );
    expect(text).toBe(
      [
        "| Nom | Population (habitants) |",
        "| --- | ---: |",
        "| [A\\|B](https://site/organisations/1) | — |",
        "| C | ~~2~~ 20 |",
      ].join("\n"),
    );
  });

  it("puts the files of a result on one line", async () => {
    const files = ["CSV", "JSON"].map((label) => ({ label, note: "", size: null, href: `/api/${label}` }));
    expect(
      await read(h(DownloadMenu, { menu: { button: "Télécharger", extent: "2 lignes", files, sizes: "" } })),
    ).toBe("Télécharger (2 lignes) [CSV](https://site/api/CSV) · [JSON](https://site/api/JSON)");
  });
});
