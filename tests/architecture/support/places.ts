import ts from "typescript";
import { visit, type Source } from "./source";

/** A place in a file, for a reader to go to. */
const at = (source: Source, node: ts.Node) =>
  `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

const STATEMENT =
  /\b(SELECT\s[\s\S]*\sFROM|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|CREATE\s+(OR\s+REPLACE\s+)?(TABLE|VIEW|MACRO|INDEX)|DROP\s+(TABLE|VIEW)|UNION\s+ALL|GROUP\s+BY|ORDER\s+BY)\b/;

/** The text of a string or template, its holes left blank. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" ");
}

/** Strings that are SQL. Keywords of a query are in capitals throughout the project; prose is not. */
export function sqlIn(source: Source): string[] {
  const found: string[] = [];
  visit(source.tree, (node) => {
    if (STATEMENT.test(textOf(node) ?? "")) found.push(at(source, node));
  });
  return found;
}

/** Readings of the environment, but for the one variable by which Next tells its two runtimes apart. */
export function environmentIn(source: Source): string[] {
  const found: string[] = [];
  visit(source.tree, (node) => {
    if (!ts.isPropertyAccessExpression(node) || node.getText() !== "process.env") return;
    if (node.parent.getText() !== "process.env.NEXT_RUNTIME") found.push(at(source, node));
  });
  return found;
}

/** Calls that write a number, a date or a list for a reader; files are written with plain digits anywhere. */
export function formattingIn(source: Source): string[] {
  const found: string[] = [];
  visit(source.tree, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return;
    // Collation is an order, not a format.
    if (node.expression.getText() === "Intl" && node.name.text !== "Collator") found.push(at(source, node));
    const forReaders = /^(app|components)\//.test(source.path);
    const calls = forReaders
      ? /^(toLocale(Date|Time)?String|toFixed|toPrecision)$/
      : /^toLocale(Date|Time)?String$/;
    if (calls.test(node.name.text)) found.push(at(source, node));
  });
  return found;
}

const ARITHMETIC = new Set([
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
]);

/** Calculations: operators that only numbers take, `Math`, and sums by `reduce`. */
export function arithmeticIn(source: Source): string[] {
  const found: string[] = [];
  visit(source.tree, (node) => {
    if (ts.isBinaryExpression(node) && ARITHMETIC.has(node.operatorToken.kind)) found.push(at(source, node));
    if (
      ts.isPropertyAccessExpression(node) &&
      (node.expression.getText() === "Math" || node.name.text === "reduce")
    ) {
      found.push(at(source, node));
    }
  });
  return found;
}

const isEmptyValue = (node: ts.Expression): boolean => {
  const bare = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) ? node.expression : node;
  return (
    /^(\[\]|\{\}|0|null|""|''|``)$/.test(bare.getText().replace(/\s/g, "")) ||
    /^new (Map|Set)\(\)$/.test(bare.getText())
  );
};

/** Whether a handler turns a failure into an empty answer (or into nothing at all) without ever throwing it on. */
function swallows(body: ts.Node): boolean {
  if (ts.isExpression(body) && !ts.isBlock(body as ts.Node)) return isEmptyValue(body);
  let throws = false;
  let empty = ts.isBlock(body) && body.statements.length === 0;
  visit(body, (node) => {
    if (ts.isThrowStatement(node)) throws = true;
    if (ts.isReturnStatement(node) && node.expression && isEmptyValue(node.expression)) empty = true;
  });
  return empty && !throws;
}

/** Handlers that make a failure look like "none", "zero" or "nothing happened". */
export function swallowedFailuresIn(source: Source): string[] {
  const found: string[] = [];
  visit(source.tree, (node) => {
    if (ts.isCatchClause(node) && swallows(node.block)) found.push(at(source, node));
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const [handler] = node.arguments;
    if (node.expression.name.text !== "catch" || !handler) return;
    if ((ts.isArrowFunction(handler) || ts.isFunctionExpression(handler)) && swallows(handler.body)) {
      found.push(at(source, node));
    }
  });
  return found;
}
