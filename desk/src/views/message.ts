/** Messages of the server, in which text between backticks is typed text. */

import { h } from "../page/elements";

export function messageOf(message: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  message.split("`").forEach((text, at) => {
    fragment.append(at % 2 === 1 ? h("code", {}, text) : text);
  });
  return fragment;
}

/** A message without the marks of typed text, for names of buttons. */
export function plain(message: string): string {
  return message.replaceAll("`", "");
}
