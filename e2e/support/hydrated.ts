import { expect, type Locator } from "@playwright/test";

/**
 * Waits until React listens to an element: between the page's arrival and that moment, a link that opens a panel is
 * only a link. Returns the element, ready to be clicked as a reader with script would.
 */
export async function hydrated(element: Locator): Promise<Locator> {
  const listens = (node: Element) => Object.keys(node).some((key) => key.startsWith("__reactProps"));
  await expect.poll(() => element.evaluate(listens)).toBe(true);
  return element;
}
