import { WIDTHS, type Width } from "@/components/pictures/frame";
import { svgOf } from "@/components/pictures/svg";
import type { PictureTheme } from "@/components/pictures/types";
import { xmlText as text } from "@/lib/xml";
import { getTranslations } from "next-intl/server";
import { pictureOf, type Quoted, type Shown } from "./picture";

const light = "--page:#fff;--text:#15191e;--muted:#4a525b;--line:#e2e3df;--accent:#1d4f91";
const dark = "--page:#16191f;--text:#eceef1;--muted:#bcc3cb;--line:#2b3038;--accent:#8fbcff";

/** Colours of a frame: those asked for, or those of whoever looks at it. */
function colours(theme: PictureTheme): string {
  if (theme === "auto")
    return `:root{color-scheme:light dark;${light}}@media (prefers-color-scheme:dark){:root{${dark}}}`;
  return `:root{color-scheme:${theme};${theme === "dark" ? dark : light}}`;
}

const STYLE = `body{margin:0;background:var(--page);color:var(--text);font:14px/1.45 system-ui,"Helvetica Neue",Arial,sans-serif}
svg{display:block;width:100%;height:auto;max-width:960px}
.narrow{display:none}
@media (max-width:599px){.wide{display:none}.narrow{display:block}}
.scroll{overflow-x:auto}.scroll svg{min-width:900px}
details,footer{max-width:896px;padding:0 32px 12px}
@media (max-width:599px){details,footer{padding:0 12px 12px}}
summary{padding:12px 0;color:var(--accent);cursor:pointer}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--line);text-align:right}
th:first-child{text-align:left;font-weight:500}
footer{border-top:1px solid var(--line);padding-top:10px;color:var(--muted);font-size:13px}
footer p{margin:0 0 4px}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}`;

/** The numbers of the drawing, for who can't see it or wants them. */
function table({ figure, measures }: Quoted, label: string, first: string, unknown: string): string {
  const { columns, rows } = figure.table(first, measures);
  const head = columns.map(
    (column) => `<th scope="col">${text(column.label)}${column.unit ? ` (${text(column.unit)})` : ""}</th>`,
  );
  const body = rows.map(({ cells }) => {
    const [first, ...others] = columns.map(({ key }) => cells[key] ?? null);
    const written = others.map(
      (cell) => `<td>${cell === null ? `<span title="${text(unknown)}">—</span>` : text(cell)}</td>`,
    );
    return `<tr><th scope="row">${text(first ?? "")}</th>${written.join("")}</tr>`;
  });
  return `<div class="scroll" role="region" tabindex="0" aria-label="${text(label)}"><table><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>`;
}

/** One indicator as a page for a frame: drawing, table, source and way back; no script, nothing fetched. */
export async function embedDocument(quoted: Quoted, shown: Shown, theme: PictureTheme): Promise<string> {
  const { figure, words, address } = quoted;
  const { locale } = figure;
  const [t, overview, ui] = await Promise.all([
    getTranslations({ locale, namespace: "twins" }),
    getTranslations({ locale, namespace: "overview" }),
    getTranslations({ locale, namespace: "ui" }),
  ]);
  const drawn = async (size: Width) => {
    const picture = await pictureOf(quoted, shown, size, true);
    const svg = svgOf(picture, theme, size);
    // A table of cells can't be narrower than its words: it scrolls by itself.
    return size === "wide" || picture.width <= WIDTHS.narrow
      ? svg
      : `<div class="scroll" role="region" tabindex="0" aria-label="${text(words.title)}">${svg}</div>`;
  };
  const [wide, narrow] = await Promise.all([drawn("wide"), drawn("narrow")]);
  const [source = "", basis = ""] = words.foot;
  const twin =
    shown === "value" || figure.result.missing.length > 0
      ? ""
      : `<details><summary>${text(overview("table"))}</summary>${table(quoted, overview("table"), t("key"), ui("unknown"))}</details>`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text(words.title)}</title>
<link rel="canonical" href="${text(address)}">
<style>${colours(theme)}
${STYLE}</style>
</head>
<body>
<main>
<h1 style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">${text(words.title)}</h1>
<div class="wide">${wide}</div>
<div class="narrow">${narrow}</div>
${twin}
</main>
<footer><p>${text(source)}</p><p>${text(basis)}</p><p><a href="${text(address)}" target="_blank" rel="noopener">${text(t("back"))}</a></p></footer>
</body>
</html>
`;
}
