import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { markdownOf } from "./page";

const read = (content: ReactNode, stands = new Map()) =>
  markdownOf(content, { stands, address: (href) => (href.startsWith("#") ? null : `https://site${href}`) });

const ROWS = "/x?a=1";

async function Later({ name }: { name: string }) {
  return <strong>{name}</strong>;
}
/** As the bundler writes a component of the browser. */
const client = (name: string) =>
  Object.assign(
    () => {
      throw new Error(`${name} is for the browser`);
    },
    { $$typeof: Symbol.for("react.client.reference") },
  ) as unknown as (props: { href?: string; rows?: string[]; children?: ReactNode }) => ReactNode;

describe("a page read as Markdown", () => {
  it("is its headings, paragraphs and links, components called", async () => {
    const text = await read(
      <>
        <h1>Taux</h1>
        <p>
          <Later name="11,9 %" /> soit <a href={ROWS}>547 sur 4 604</a> <a href="#bas">plus bas</a>
        </p>
      </>,
    );
    expect(text).toBe("# Taux\n\n**11,9 %** soit [547 sur 4 604](https://site/x?a=1) plus bas");
  });

  it("leaves out drawings, forms and what is hidden or marked unread", async () => {
    const text = await read(
      <div>
        <svg>
          <title>Carte</title>
        </svg>
        <form>
          <legend>Chercher</legend>
        </form>
        <p aria-hidden="true">×</p>
        <p data-unread>Annoter</p>
        <p>Reste</p>
      </div>,
    );
    expect(text).toBe("Reste");
  });

  it("writes tables, with numbers at the right, and terms", async () => {
    const text = await read(
      <>
        <table>
          <caption>Titre</caption>
          <thead>
            <tr>
              <th>Classe</th>
              <th data-align="right">
                Taux<small> (%)</small>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th>A | B</th>
              <td>12</td>
            </tr>
          </tbody>
        </table>
        <dl>
          <div>
            <dt>SIREN</dt>
            <dd>
              <span>213</span>
              <small>organisations.csv</small>
            </dd>
          </div>
        </dl>
      </>,
    );
    expect(text).toBe(
      "| Classe | Taux (%) |\n| --- | ---: |\n| A \\| B | 12 |\n\n- **SIREN**: 213 (organisations.csv)",
    );
  });

  it("puts an item’s short blocks on one line", async () => {
    const text = await read(
      <ul>
        <li>
          <h2>Acteurs</h2>
          <p>
            1 062<span> acteurs</span>
          </p>
        </li>
        <li>seul</li>
      </ul>,
    );
    expect(text).toBe("- **Acteurs** · 1 062 acteurs\n- seul");
  });

  it("reads a browser’s component by its children, its address, or what stands for it", async () => {
    const [Menu, Link, Table] = [client("Menu"), client("Link"), client("Table")];
    const stands = new Map([
      [Table, ({ rows }: { rows: string[] }) => rows.map((row) => <p key={row}>{row}</p>)],
    ]);
    const text = await read(
      <>
        <Menu>dedans</Menu>
        <p>
          <Link href="/a">A</Link>
        </p>
        <Table rows={["un", "deux"]} />
      </>,
      stands,
    );
    expect(text).toBe("dedans\n\n[A](https://site/a)\n\nun\n\ndeux");
  });

  it("gives a text of the data no power: quotes of notes are whole, HTML is text", async () => {
    const text = await read(
      <>
        <p>{"<img src=x> [a](b)"}</p>
        <blockquote data-markdown={"**b**\n<i>"} />
      </>,
    );
    expect(text).toBe("\\<img src=x\\> \\[a\\](b)\n\n> **b**\n> \\<i>");
  });

  it("fails when a component fails", async () => {
    const Broken = () => {
      throw new Error("broken");
    };
    await expect(read(<Broken />)).rejects.toThrow("broken");
  });
});
