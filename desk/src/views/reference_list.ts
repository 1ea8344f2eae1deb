/** The reference list as it prints: below the text, and at the side with what one does
 * with an entry. Only entries that changed are made again. */

import type { OpenEssay } from "../model/open_essay";
import { h } from "../page/elements";
import { sanitized } from "../page/sanitize";

/** Show the essay's list in `list`, each entry made by `make`, until it is stopped. */
export function showList(
  essay: OpenEssay,
  list: HTMLElement,
  make: (key: string, html: string) => HTMLElement,
): () => void {
  const shown = new Map<string, { html: string; element: HTMLElement }>();
  return essay.shown.show(() => {
    const { printed } = essay;
    const elements = printed.list.map((key) => {
      const html = printed.entry(key);
      const old = shown.get(key);
      if (old?.html === html) return old.element;
      const element = make(key, html);
      shown.set(key, { html, element });
      return element;
    });
    forget(shown, printed.list);
    if (!hasChildren(list, elements)) list.replaceChildren(...elements);
  });
}

function forget(shown: Map<string, unknown>, list: readonly string[]): void {
  if (shown.size === list.length) return;
  const kept = new Set(list);
  for (const key of shown.keys()) if (!kept.has(key)) shown.delete(key);
}

function hasChildren(list: HTMLElement, elements: readonly HTMLElement[]): boolean {
  return (
    list.children.length === elements.length &&
    elements.every((element, at) => list.children[at] === element)
  );
}

/** An entry on paper: hanging indent, and an anchor for links from the text. */
export function entryOnPaper(_key: string, html: string): HTMLElement {
  return h("li", { class: "entry" }, sanitized(html));
}
