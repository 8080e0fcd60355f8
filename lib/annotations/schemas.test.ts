import { describe, expect, it } from "vitest";
import { noteContentSchema, type NoteContent } from "./schemas";

const content = (body: string, target = "indicator/by-type/COM"): NoteContent => ({
  ...{ target, kind: "comment", language: "fr", body, correction: null },
});

describe("what a note may be", () => {
  const accepted = (change: Partial<NoteContent>) =>
    noteContentSchema.safeParse({ ...content("Texte"), ...change }).success;
  const correction = {
    ...{
      column: "population",
      file_value: "1",
      proposed: "2",
      reason: "Insee",
      proof: "https://www.insee.fr/",
    },
  };
  it("a target of the contract", () => {
    for (const target of [
      "edition",
      "indicator/opening-rate",
      "indicator/by-size/100000-",
      "territory/2A",
      "column/siren",
    ])
      expect(accepted({ target }), target).toBe(true);
    for (const target of [
      "",
      "editions",
      "organisation/12",
      "indicator/",
      "platform/A B",
      "indicator/x/\n",
      "edition/x",
    ])
      expect(accepted({ target }), target).toBe(false);
  });
  it("a correction with its column and value, and nothing else with them", () => {
    const corrected = { target: "organisation/213500010", kind: "correction" } as const;
    const withValues = (change: Partial<typeof correction>) =>
      accepted({ ...corrected, correction: { ...correction, ...change } });
    expect(withValues({})).toBe(true);
    expect(accepted({ ...corrected, correction: null })).toBe(false);
    expect(accepted({ correction })).toBe(false);
    expect(withValues({ proof: "javascript:alert(1)" })).toBe(false);
    expect(withValues({ column: "twitter" })).toBe(false);
    expect(withValues({ proposed: "1" })).toBe(false);
    expect(accepted({ ...corrected, target: "platform/a", correction })).toBe(false);
    expect(
      accepted({ ...corrected, target: "platform/a", correction: { ...correction, column: "twitter" } }),
    ).toBe(true);
    expect(accepted({ ...corrected, target: "territory/35", correction })).toBe(false);
  });
  it("a text, not too long", () => {
    expect(accepted({ body: "  " })).toBe(false);
    expect(accepted({ body: "a".repeat(10_001) })).toBe(false);
    for (const body of ["a\0", "\ud800"]) expect(accepted({ body })).toBe(false);
    expect(noteContentSchema.parse(content(" a\r\nb\rc ")).body).toBe("a\nb\nc");
  });
});
