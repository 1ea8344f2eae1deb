/** The list of keyboard shortcuts, and the language of the page. */

import { openDialog } from "../page/dialog";
import { freshId, h } from "../page/elements";
import { keepLanguage, languages, words } from "../words/words";
import { ACTIONS } from "./actions";

/** Shortcuts of the text, and those that no button has. */
const OTHERS: [string, () => string][] = [
  ["Ctrl+Space", () => words.shortcuts.complete],
  ["F8", () => words.shortcuts.nextProblem],
  ["Mod+F", () => words.shortcuts.find],
  ["F6", () => words.shortcuts.regions],
  ["Escape Tab", () => words.shortcuts.leaveEditor],
];

export function openHelp(): void {
  const rows = [
    ...ACTIONS.map(({ keys, label }) => [keys ?? "", label()] as const),
    ...OTHERS.map(([keys, label]) => [keys, label()] as const),
  ];
  const list = h("dl", { class: "shortcuts" });
  for (const [keys, label] of rows) {
    list.append(h("dt", {}, ...keysOf(keys)), h("dd", {}, label));
  }
  openDialog(words.help, "small", [list, languageField()]);
}

function keysOf(keys: string): Node[] {
  return keys
    .split(/[+ ]/)
    .map((key) => h("kbd", {}, key === "Mod" ? modifier() : nameOfKey(key)));
}

function nameOfKey(key: string): string {
  const names: Record<string, string> = {
    Ctrl: words.keys.ctrl,
    Shift: words.keys.shift,
    Alt: words.keys.alt,
    Escape: words.keys.escape,
  };
  return names[key] ?? key;
}

function modifier(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : words.keys.ctrl;
}

function languageField(): HTMLElement {
  const id = freshId("language");
  const select = h("select", { id });
  for (const { tag, name } of languages()) {
    const isNow = tag === document.documentElement.lang;
    select.append(new Option(name, tag, isNow, isNow));
  }
  select.addEventListener("change", () => {
    keepLanguage(select.value);
    location.reload();
  });
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, "Language · Sprache"),
    select,
  );
}
