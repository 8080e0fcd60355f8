/**
 * A small CSV reader of the oracle's own: it shares nothing with the application, so that a fault of one is not
 * hidden by the other.
 */

/**
 * Text of a file's bytes: UTF-8 (BOM removed), or Windows-1252 when the bytes are not UTF-8.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Records of a CSV text (RFC 4180; comma or semicolon, whichever the header line has more of).
 * @param {string} text
 * @returns {string[][]} the header first; wholly blank lines left out
 */
export function parseCsv(text) {
  const header = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, "");
  const delimiter = header.split(";").length > header.split(",").length ? ";" : ",";
  /** @type {string[][]} */
  const records = [];
  /** @type {string[]} */
  let record = [];
  let cell = "";
  let quoted = false;
  const endRecord = () => {
    record.push(cell);
    cell = "";
    if (record.some((value) => value.trim() !== "")) records.push(record);
    record = [];
  };
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === delimiter) {
      record.push(cell);
      cell = "";
    } else if (c === "\n" || c === "\r") {
      if (c === "\r" && text[i + 1] === "\n") i += 1;
      endRecord();
    } else cell += c;
  }
  if (quoted) throw new Error("the CSV text ends inside quotes");
  if (cell !== "" || record.length > 0) endRecord();
  return records;
}

/**
 * A text without accents, case and anything but letters and digits: `Thèmatiques` and `thematiques` are one name.
 * @param {string} text
 */
export function plain(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/**
 * Objects of a CSV text, by plain header names (see {@link plain}); of two columns of one name the first is kept.
 * @param {string} text
 * @returns {{ headers: string[], rows: Record<string, string>[] }}
 */
export function readTable(text) {
  const [first = [], ...records] = parseCsv(text);
  const headers = first.map(plain);
  const rows = records.map((record) => {
    /** @type {Record<string, string>} */
    const row = {};
    headers.forEach((name, i) => {
      if (!(name in row)) row[name] = record[i] ?? "";
    });
    return row;
  });
  return { headers, rows };
}
