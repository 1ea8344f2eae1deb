/** A document as it will be handed in, paragraph by paragraph; it is read, not edited. */

import { h } from "../page/elements";
import { sanitized } from "../page/sanitize";
import type { PaperText, Paragraph } from "../server/contract";
import { entryOnPaper } from "./reference_list";

export function documentOf(text: PaperText): HTMLElement[] {
  const elements = text.paragraphs.map(paragraph);
  if (text.own_list || text.entries.length === 0) return elements;
  const list = text.entries.map(({ key, html }) => entryOnPaper(key, html));
  const section = h(
    "section",
    { class: "references-on-paper" },
    h("h2", {}, text.list_title),
    h("ol", {}, ...list),
  );
  return [...elements, section];
}

function paragraph({ kind, level, html }: Paragraph): HTMLElement {
  const content = sanitized(html);
  if (kind === "quote") return h("blockquote", {}, content);
  if (kind !== "heading") return h("p", { class: `document-${kind}` }, content);
  // The page's own heading is the first one.
  const depth = Math.min(Math.max(level, 1) + 1, 6);
  const name = `document-heading heading heading-${level}`;
  return h("div", { class: name, role: "heading", "aria-level": depth }, content);
}
