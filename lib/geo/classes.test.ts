import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classOf, quantileClasses } from "./classes";

describe("quantile classes", () => {
  it("cut ten values in five twos", () => {
    expect(quantileClasses([10, 1, 9, 2, 8, 3, 7, 4, 6, 5], 5)).toEqual([
      { from: 1, to: 2, count: 2 },
      { from: 3, to: 4, count: 2 },
      { from: 5, to: 6, count: 2 },
      { from: 7, to: 8, count: 2 },
      { from: 9, to: 10, count: 2 },
    ]);
  });

  it("keep equal values together, and are fewer when values are few", () => {
    expect(quantileClasses([0, 0, 0, 0, 0, 0, 5, 8], 4)).toEqual([
      { from: 0, to: 0, count: 6 },
      { from: 5, to: 8, count: 2 },
    ]);
    expect(quantileClasses([], 5)).toEqual([]);
    expect(quantileClasses([3], 5)).toEqual([{ from: 3, to: 3, count: 1 }]);
  });

  it("hold every value in exactly one class", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 120 }), (values) => {
        const classes = quantileClasses(values, 5);
        expect(classes.length).toBeLessThanOrEqual(5);
        expect(classes.every(({ count }) => count > 0)).toBe(true);
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        for (const value of values)
          expect(classes.filter(({ from, to }) => value >= from && value <= to)).toHaveLength(1);
        expect(classOf(classes, Math.max(...values))).toBe(classes.length - 1);
      }),
    );
  });
});
