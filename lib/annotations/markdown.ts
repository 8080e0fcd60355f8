import "server-only";
import { micromark } from "micromark";

/**
 * A note's Markdown as HTML. HTML in it is text; links go to http, https and places of this site; headings and images
 * are text too: a note has no outline of its own, and fetches nothing.
 */
export function noteHtml(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: false,
    allowDangerousProtocol: false,
    extensions: [
      {
        disable: {
          null: ["htmlFlow", "htmlText", "headingAtx", "setextUnderline", "labelStartImage", "definition"],
        },
      },
    ],
  });
}
