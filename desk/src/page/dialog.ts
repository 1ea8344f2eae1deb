/** Modal dialogs: the browser's own, which keeps the focus inside, closes with Escape
 * and gives the focus back. */

import { words } from "../words/words";
import { type Child, freshId, h } from "./elements";
import { icon } from "./icons";

export interface Dialog {
  element: HTMLDialogElement;
  close(): void;
}

/** Open a dialog with a title; it is removed when it is closed.
 *
 * @param content what is in it, scrolled if it is long.
 * @param foot its buttons. */
export function openDialog(
  title: string,
  size: "small" | "large",
  content: Child[],
  foot: Child[] = [],
): Dialog {
  const id = freshId("dialog");
  const close = () => element.close();
  const element = h(
    "dialog",
    { class: `dialog ${size}`, "aria-labelledby": id },
    h(
      "header",
      { class: "dialog-head" },
      h("h2", { id }, title),
      h(
        "button",
        {
          type: "button",
          class: "quiet round",
          "aria-label": words.close,
          onclick: close,
        },
        icon("close"),
      ),
    ),
    h("div", { class: "dialog-body" }, ...content),
    foot.length > 0 && h("footer", { class: "dialog-foot" }, ...foot),
  );
  element.addEventListener("close", () => element.remove());
  element.addEventListener("click", (event) => {
    if (event.target === element) close();
  });
  document.body.append(element);
  element.showModal();
  return { element, close };
}

/** Ask a question with one answer that does something. */
export function confirmDialog(question: string, action: string): Promise<boolean> {
  return new Promise((answer) => {
    let isSure = false;
    const sure = () => {
      isSure = true;
      dialog.close();
    };
    const dialog = openDialog(
      question,
      "small",
      [],
      [
        h("button", { type: "button", onclick: () => dialog.close() }, words.cancel),
        h("button", { type: "button", class: "primary", onclick: sure }, action),
      ],
    );
    dialog.element.addEventListener("close", () => answer(isSure));
  });
}
