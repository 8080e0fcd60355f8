import "server-only";
import type { z } from "zod";
import type { EditionContext } from "./context";
import { streamRows } from "./run";
import type { BindValue } from "./values";

type Params = z.ZodObject<z.ZodRawShape>;

/** One question: its name, its constant text, and the schemas of what goes in and what comes out. */
export type Query<P extends Params, R extends z.ZodObject> = {
  name: string;
  sql: string;
  params: P;
  row: R;
  /** All rows, each parsed. */
  all: (context: EditionContext, input: z.input<P>) => Promise<z.output<R>[]>;
  /** Exactly one row. @throws when the answer has none or several. */
  one: (context: EditionContext, input: z.input<P>) => Promise<z.output<R>>;
  /** Rows as they come, for exports. */
  stream: (context: EditionContext, input: z.input<P>) => AsyncGenerator<z.output<R>[]>;
};

/** What a context binds by itself. */
export const boundBy = ({ edition, basis, patches }: EditionContext) => ({
  edition: edition.id,
  basis,
  patches: patches ?? null,
});

/**
 * Defines a question. `$edition`, `$basis` and `$patches` are bound from the context; every other `$name` from the params.
 * Values are never spliced into the text; a row that does not fit its strict schema is an error, never a default.
 * @param definition.sql one constant SELECT
 */
export function defineQuery<P extends Params, R extends z.ZodObject>(definition: {
  name: string;
  params: P;
  row: R;
  sql: string;
}): Query<P, R> {
  const { name, params, row, sql } = definition;

  async function* stream(context: EditionContext, input: z.input<P>): AsyncGenerator<z.output<R>[]> {
    const values = { ...params.parse(input), ...boundBy(context) };
    const release = context.state.hold();
    try {
      for await (const chunk of streamRows(
        context.state.instance,
        name,
        sql,
        values as Record<string, BindValue>,
      )) {
        yield chunk.map((cells) => row.parse(cells));
      }
    } finally {
      release();
    }
  }

  async function all(context: EditionContext, input: z.input<P>): Promise<z.output<R>[]> {
    const rows: z.output<R>[] = [];
    for await (const chunk of stream(context, input)) rows.push(...chunk);
    return rows;
  }

  async function one(context: EditionContext, input: z.input<P>): Promise<z.output<R>> {
    const rows = await all(context, input);
    const [first] = rows;
    if (!first || rows.length > 1) throw new Error(`${name} answered ${rows.length} rows instead of one`);
    return first;
  }

  return { name, sql, params, row, all, one, stream };
}
