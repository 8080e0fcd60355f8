import { notFound } from "next/navigation";

/** Any other address of the site: not found, in the reader's language. */
export default function Unknown() {
  notFound();
}
