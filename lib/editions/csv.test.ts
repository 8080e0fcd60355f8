import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRecords, type CsvRecord } from "./csv";
import { PIECE } from "./decode";

const UTF8 = { name: "utf-8", start: 0 } as const;

async function recordsOf(
  text: string | Buffer,
  delimiter: "," | ";" = ",",
): Promise<[number, ...string[]][]> {
  const records: CsvRecord[] = [];
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text);
  for await (const record of readRecords(bytes, { encoding: UTF8, delimiter })) records.push(record);
  return records.map(({ line, cells }) => [line, ...cells]);
}

describe("records and the line they start on", () => {
  test.each([
    [
      "LF",
      "a,b\n1,2\n3,4\n",
      [
        [1, "a", "b"],
        [2, "1", "2"],
        [3, "3", "4"],
      ],
    ],
    [
      "no end of the last line",
      "a,b\n1,2",
      [
        [1, "a", "b"],
        [2, "1", "2"],
      ],
    ],
    [
      "CRLF",
      "a,b\r\n1,2\r\n3,4\r\n",
      [
        [1, "a", "b"],
        [2, "1", "2"],
        [3, "3", "4"],
      ],
    ],
    [
      "CR",
      "a,b\r1,2\r3,4\r",
      [
        [1, "a", "b"],
        [2, "1", "2"],
        [3, "3", "4"],
      ],
    ],
    [
      "LF and CRLF",
      'a,b\n1,"2"\r\n3,4\n',
      [
        [1, "a", "b"],
        [2, "1", "2"],
        [3, "3", "4"],
      ],
    ],
    [
      "cells of several lines",
      'a,b\n"1\r\n\n1",2\n3,4\n',
      [
        [1, "a", "b"],
        [2, "1\r\n\n1", "2"],
        [5, "3", "4"],
      ],
    ],
    [
      "doubled quotes",
      'a,b\n"1 ""2""",""\n',
      [
        [1, "a", "b"],
        [2, '1 "2"', ""],
      ],
    ],
    [
      "a blank start and blank lines",
      "\n \na,b\n,\n1,2\n\n\n",
      [
        [3, "a", "b"],
        [5, "1", "2"],
      ],
    ],
  ] as [string, string, [number, ...string[]][]][])("%s", async (_what, text, expected) => {
    expect(await recordsOf(text)).toEqual(expected);
  });

  test("semicolons, with commas in the text", async () => {
    expect(await recordsOf("a;b\n1,5;2\n", ";")).toEqual([
      [1, "a", "b"],
      [2, "1,5", "2"],
    ]);
  });

  test("runs of blank lines are told with their first and last line, also at the end", async () => {
    const runs: [number, number][] = [];
    const bytes = Buffer.from("a,b\n\n,\n1,2\n \n3,4\n\n\n\n");
    const dialect = { encoding: UTF8, delimiter: "," } as const;
    for await (const record of readRecords(bytes, dialect, { onBlank: (...run) => runs.push(run) }))
      expect(record.cells).toHaveLength(2);
    expect(runs).toEqual([
      [2, 3],
      [5, 5],
      [7, 9],
    ]);
  });

  test("whatever falls on the border of two pieces", async () => {
    // Three records moved one byte at a time over the border.
    const tail = '"é""\r\né",2\r\n"",4\r\n5,"€,"\r\n';
    for (let shift = 0; shift < 24; shift++) {
      const text = `a,${"x".repeat(PIECE - shift - 4)}\r\n${tail}`;
      const records = await recordsOf(text);
      expect(records.slice(1)).toEqual([
        [2, 'é"\r\né', "2"],
        [4, "", "4"],
        [5, "5", "€,"],
      ]);
    }
  });
});

test("any table written as RFC 4180 is read back, cell for cell and line for line", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", "€", '"', ",", ";", "\n", "\r\n", " ", "0") });
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom(",", ";"),
      async (rows, newline, delimiter) => {
        // A first cell that is never blank keeps every record; quotes everywhere keep every character.
        const full = rows.map(([first, ...rest]) => [`x${first}`, ...rest]);
        const written = full.map((row) =>
          row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter),
        );
        const starts = written.map(
          (_, index) =>
            written
              .slice(0, index)
              .join(newline)
              .concat(index > 0 ? newline : "")
              .split("\n").length,
        );
        const read = await recordsOf(written.join(newline), delimiter as "," | ";");
        expect(read).toEqual(full.map((row, index) => [starts[index], ...row]));
      },
    ),
    { numRuns: 300 },
  );
});
