import fc from "fast-check";
import { expect, it } from "vitest";
import { askedRange, slicesOf } from "./byte-range";

const TAG = '"tag"';
const ask = (range: string | null, size = 10, also: Record<string, string> = {}) =>
  askedRange(new Headers({ ...(range !== null && { Range: range }), ...also }), TAG, size);

it.each([
  ["bytes=0-3", { first: 0, last: 3 }],
  ["bytes=9-9", { first: 9, last: 9 }],
  ["bytes=4-", { first: 4, last: 9 }],
  ["bytes=4-99", { first: 4, last: 9 }],
  ["bytes=-3", { first: 7, last: 9 }],
  ["bytes=-99", { first: 0, last: 9 }],
  ["Bytes=0-0", { first: 0, last: 0 }],
])("%s is a part of ten bytes", (range, part) => expect(ask(range)).toEqual(part));

it.each(["bytes=10-", "bytes=10-12", "bytes=-0", `bytes=${"9".repeat(400)}-`])(
  "%s is beyond ten bytes",
  (range) => expect(ask(range)).toBe("beyond"),
);

it.each(["bytes=5-3", "bytes=-", "bytes=0-1,4-5", "bytes=a-b", "bytes=1.5-2", "items=0-1", "0-3", ""])(
  "“%s” is ignored",
  (range) => expect(ask(range)).toBeNull(),
);

it("a part is of the file that the reader began with, told by its strong tag", () => {
  expect(ask(null)).toBeNull();
  expect(ask("bytes=0-3", 10, { "If-Range": TAG })).toEqual({ first: 0, last: 3 });
  for (const other of ['"other"', 'W/"tag"', "Wed, 19 Oct 2022 00:00:00 GMT"])
    for (const range of ["bytes=0-3", "bytes=99-"])
      expect(ask(range, 10, { "If-Range": other }), `${other} ${range}`).toBeNull();
  expect(ask("bytes=0-", 0)).toBe("beyond");
});

it("slices of pieces are the bytes of the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 6 })), fc.nat(), fc.nat(), (made, one, two) => {
      const pieces = made.map((piece) => Buffer.from(piece));
      const whole = Buffer.concat(pieces);
      fc.pre(whole.length > 0);
      const [first = 0, last = 0] = [one % whole.length, two % whole.length].toSorted((a, b) => a - b);
      expect(Buffer.concat([...slicesOf(pieces, { first, last })])).toEqual(whole.subarray(first, last + 1));
    }),
  );
});
