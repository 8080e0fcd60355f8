import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

export type Import = {
  /** As written. */
  specifier: string;
  /** Path of the project's file it leads to, or undefined for a package. */
  file: string | undefined;
  /** Erased by the compiler: nothing of it is there when the program runs. */
  typeOnly: boolean;
};

export type Source = { path: string; text: string; lines: number; tree: ts.SourceFile; imports: Import[] };

const FOLDERS = ["app", "components", "lib", "scripts", "e2e", "tests"];
const EXTENSIONS = /\.(tsx?|mjs)$/;

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (EXTENSIONS.test(entry.name) && !entry.name.endsWith(".d.ts")) yield path;
  }
}

/** The project's file that an import leads to, as the compiler finds it. */
function resolveImport(from: string, specifier: string): string | undefined {
  const target = specifier.startsWith("@/")
    ? join(ROOT, specifier.slice(2))
    : specifier.startsWith(".")
      ? resolve(dirname(from), specifier)
      : undefined;
  if (!target) return undefined;
  const candidates = [
    target,
    ...[".ts", ".tsx", ".mjs", "/index.ts", "/index.tsx"].map((ending) => target + ending),
  ];
  const found = candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
  return found && relative(ROOT, found);
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    !!named &&
    ts.isNamedImports(named) &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

/** Calls `look` on every node below (and including) this one. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) =>
    imports.push({ specifier, typeOnly, file: resolveImport(path, specifier) });
  visit(tree, (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      add((node.moduleSpecifier as ts.StringLiteral).text, isTypeOnly(node));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false);
    }
  });
  return imports;
}

/** Parses one source text, as if it were at `path` of the project. */
export function parse(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return { path, text, lines, tree, imports: importsOf(join(ROOT, path), tree) };
}

function load(): Source[] {
  const paths = FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) => [
    ...walk(join(ROOT, folder)),
  ]);
  const loose = readdirSync(ROOT).filter((name) => EXTENSIONS.test(name) && !name.endsWith(".d.ts"));
  return [...paths.map((path) => relative(ROOT, path)), ...loose].map((path) =>
    parse(path, readFileSync(join(ROOT, path), "utf8")),
  );
}

/** Every source file of the project, parsed once. */
export const SOURCES: readonly Source[] = load();

export const isTest = ({ path }: { path: string }) =>
  /\.(test|spec)\.tsx?$/.test(path) || /^(tests|e2e)\//.test(path);

/** What the server and the browser run: no tests, no commands, no configuration. */
export const PROGRAM = SOURCES.filter(
  (source) => /^(app|components|lib)\//.test(source.path) && !isTest(source),
);

export const isClient = ({ text }: Source) => /^(\s|\/\/.*|\/\*[\s\S]*?\*\/)*["']use client["']/.test(text);
export const isServerOnly = ({ imports }: Source) =>
  imports.some(({ specifier }) => specifier === "server-only");
