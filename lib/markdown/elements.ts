import { Fragment, isValidElement, type ReactNode } from "react";

export type Props = Readonly<Record<string, unknown>> & { children?: ReactNode };

/** A node of a page, its components called: a text, or an HTML element whose children are still as they were written. */
export type Leaf = { text: string } | { tag: string; props: Props };

/** What stands for a component where a page is read and not drawn. */
export type Stand = (props: never) => ReactNode;
export type Stands = ReadonlyMap<unknown, Stand>;

const CLIENT = Symbol.for("react.client.reference");
const isClient = (type: unknown): boolean =>
  (typeof type === "function" || typeof type === "object") &&
  type !== null &&
  (type as { $$typeof?: symbol }).$$typeof === CLIENT;

/**
 * Calls the components of a page until texts and HTML elements are left, as the server does to draw it.
 * What is left to the browser (a client component) is read by what it holds; a link of the router is a link.
 */
export async function* leavesOf(node: ReactNode, stands: Stands): AsyncGenerator<Leaf> {
  const found: unknown = await node;
  if (typeof found === "string" || typeof found === "number" || typeof found === "bigint") {
    yield { text: String(found) };
    return;
  }
  if (found === null || typeof found !== "object") return;
  if (!isValidElement<Props>(found)) {
    if (Symbol.iterator in found)
      for (const one of found as Iterable<ReactNode>) yield* leavesOf(one, stands);
    return;
  }
  const { type, props } = found;
  const stand = stands.get(type) as ((given: Props) => ReactNode) | undefined;
  if (stand) yield* leavesOf(stand(props), stands);
  else if (typeof type === "string") yield { tag: type, props };
  else if (isClient(type) && typeof props.href === "string") yield { tag: "a", props };
  else if (typeof type === "function" && !isClient(type))
    yield* leavesOf((type as (given: Props) => ReactNode)(props), stands);
  else if (isClient(type) || type === Fragment || props.children !== undefined)
    yield* leavesOf(props.children, stands);
}
