/** The references at the side: what is cited, how often, and where. */

import { EditorView } from "@codemirror/view";
import type { DeskModel } from "../model/desk";
import type { OpenEssay } from "../model/open_essay";
import type { Signal } from "../model/signal";
import { h } from "../page/elements";
import { icon } from "../page/icons";
import { sanitized } from "../page/sanitize";
import { get } from "../server/client";
import { words } from "../words/words";
import { showList } from "./reference_list";

export function referencesTab(
  desk: DeskModel,
  editor: Signal<EditorView | null>,
): HTMLElement {
  const list = h("ol", { class: "side-entries" });
  const count = h("p", { class: "soft" });
  const copy = () => void desk.attempt(() => copyList(desk));
  const button = h(
    "button",
    { type: "button", class: "quiet", onclick: copy },
    icon("copy"),
    words.copyList,
  );
  const panel = h(
    "div",
    { class: "panel" },
    h("div", { class: "panel-head" }, count, button),
    list,
  );
  const counted = (length: number) => {
    count.textContent = length > 0 ? words.sourceCount(length) : words.emptyList;
    button.hidden = length === 0;
  };
  let stop = () => {};
  desk.open.show((open) => {
    stop();
    list.replaceChildren();
    if (open !== null) stop = showEntries(desk, open, editor, list, counted);
  });
  return panel;
}

function showEntries(
  desk: DeskModel,
  open: OpenEssay,
  editor: Signal<EditorView | null>,
  list: HTMLElement,
  counted: (length: number) => void,
): () => void {
  const make = (key: string, html: string) =>
    h(
      "li",
      { class: "side-entry" },
      h("div", { class: "side-entry-text" }, sanitized(html)),
      h(
        "button",
        {
          type: "button",
          class: "key",
          onclick: () => {
            showFirst(editor.value, key);
            void desk.attempt(() => desk.showSource(key));
          },
        },
        key,
      ),
    );
  const stopList = showList(open, list, make);
  const stopCount = open.shown.show(() => counted(open.printed.list.length));
  return () => {
    stopList();
    stopCount();
  };
}

/** Scroll the text to the first place where the key is written. */
function showFirst(editor: EditorView | null, key: string): void {
  const at = editor?.state.doc.toString().indexOf(key) ?? -1;
  if (editor === null || at < 0) return;
  editor.dispatch({
    selection: { anchor: at + key.length },
    effects: EditorView.scrollIntoView(at, { y: "center" }),
  });
}

/** Put the list on the clipboard, as word processors take it and as plain text. */
async function copyList(desk: DeskModel): Promise<void> {
  const path = desk.path;
  if (path === undefined) return;
  const { html, text } = await get<{ html: string; text: string }>("export/list", {
    path,
  });
  const item = new ClipboardItem({
    "text/html": new Blob([html], { type: "text/html" }),
    "text/plain": new Blob([text], { type: "text/plain" }),
  });
  await navigator.clipboard.write([item]).then(
    () => desk.say(words.copied),
    () => desk.fail(words.copyFailed),
  );
}
