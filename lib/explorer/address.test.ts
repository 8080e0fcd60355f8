import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fromAddress, toAddress } from "./address";

describe("SQL in an address", () => {
  it("stays readable when it is short", () => expect(toAddress("SELECT 1")).toBe("SELECT 1"));

  it.each(["SELECT 1", "~ 1", "x".repeat(5_000), "SELECT 'é', '🏛️'\n".repeat(60), ""])(
    "comes back as it was (%#)",
    (sql) => {
      const packed = toAddress(sql);
      expect(packed).not.toBeNull();
      expect(fromAddress(packed!)).toBe(sql);
    },
  );

  it("is packed when it is long, in characters that no address changes", () => {
    const packed = toAddress("SELECT name FROM organisations -- é\n".repeat(100))!;
    expect(packed).toMatch(/^~[\w-]+$/);
    expect(packed.length).toBeLessThan(400);
  });

  it("too long for an address is refused rather than cut", () =>
    expect(toAddress("x".repeat(50_001))).toBeNull());

  it.each(["~", "~!!", "~AAAA", "~____", "x".repeat(50_001)])("%s can’t be read", (value) =>
    expect(fromAddress(value)).toBeNull(),
  );

  it("that would unpack beyond the limit is refused", () => {
    const bomb = deflateRawSync(Buffer.alloc(4_000_000, 97)).toString("base64url");
    expect(fromAddress(`~${bomb}`)).toBeNull();
  });
});
