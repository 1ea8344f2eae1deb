/** Tabs: one stop for the Tab key, arrows between them (ARIA Authoring Practices). */

import type { Signal } from "../model/signal";
import { freshId, h } from "./elements";
import { roving } from "./roving";

export interface TabOf<K extends string> {
  key: K;
  label: string;
  panel: HTMLElement;
}

/** Make the row of tabs and their panels, of which `chosen` says which is seen. */
export function tabs<K extends string>(
  name: string,
  all: readonly TabOf<K>[],
  chosen: Signal<K>,
): { row: HTMLElement; buttons: Map<K, HTMLButtonElement> } {
  const buttons = new Map(all.map((tab) => [tab.key, tabButton(tab, chosen)]));
  const row = h("div", { role: "tablist", class: "tabs", "aria-label": name });
  row.append(...buttons.values());
  chosen.show((now) => {
    for (const { key, panel } of all) {
      const button = buttons.get(key);
      button?.setAttribute("aria-selected", String(key === now));
      button?.setAttribute("tabindex", key === now ? "0" : "-1");
      panel.hidden = key !== now;
    }
  });
  roving(row, "[role=tab]", (tab) => tab.click());
  return { row, buttons };
}

function tabButton<K extends string>(tab: TabOf<K>, chosen: Signal<K>) {
  const id = freshId("tab");
  tab.panel.id ||= freshId("panel");
  tab.panel.setAttribute("role", "tabpanel");
  tab.panel.setAttribute("aria-labelledby", id);
  const attributes = { id, type: "button", role: "tab", "aria-controls": tab.panel.id };
  return h("button", { ...attributes, onclick: () => chosen.set(tab.key) }, tab.label);
}
