/** Sources that are there twice, side by side, to be merged. */

import type { DeskModel } from "../model/desk";
import { freshId, h } from "../page/elements";
import { sanitized } from "../page/sanitize";
import { get, post } from "../server/client";
import type { Pair, ShownSource } from "../server/contract";
import { fieldLabel, words } from "../words/words";

export function duplicatesPanel(desk: DeskModel): {
  element: HTMLElement;
  load(): Promise<void>;
} {
  const element = h("div", { class: "library-part scrolled" });
  const load = async () => {
    const query = { essay: desk.path };
    const { pairs } = await get<{ pairs: Pair[] }>("sources/duplicates", query);
    const cards = pairs.map((pair) => pairCard(desk, pair));
    const none = h("p", { class: "soft empty" }, words.noDuplicates);
    element.replaceChildren(...(cards.length > 0 ? cards : [none]));
  };
  return { element, load };
}

function pairCard(desk: DeskModel, pair: Pair): HTMLElement {
  const keep = freshId("keep");
  const form = h(
    "form",
    { class: "pair" },
    h("h2", {}, words.sameSource),
    h("p", { class: "soft" }, pair.reasons.join(" · ")),
    h(
      "div",
      { class: "pair-sides" },
      side(keep, pair.a, true),
      side(keep, pair.b, false),
    ),
    differences(pair),
    h("button", { type: "submit", class: "primary" }, words.merge),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const kept = String(new FormData(form).get(keep));
    void desk.attempt(() => merge(desk, pair, kept));
  });
  return form;
}

function side(name: string, { key, html }: ShownSource, checked: boolean): HTMLElement {
  return h(
    "label",
    { class: "pair-side" },
    h("input", { type: "radio", name, value: key, checked }),
    h("strong", {}, words.keep(key)),
    h("span", { class: "printed" }, sanitized(html)),
  );
}

/** The fields that differ; those that the kept one lacks are taken from the other. */
function differences({ a, b, differences: differing }: Pair): HTMLElement | null {
  if (differing.length === 0) return null;
  const head = [words.field, a.key, b.key].map((text) =>
    h("th", { scope: "col" }, text),
  );
  const rows = differing.map((field) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, fieldLabel(field.name)),
      h("td", {}, field.a),
      h("td", {}, field.b),
    ),
  );
  return h(
    "table",
    { class: "pair-fields" },
    h("thead", {}, h("tr", {}, ...head)),
    h("tbody", {}, ...rows),
  );
}

async function merge(desk: DeskModel, { a, b }: Pair, keep: string): Promise<void> {
  const drop = keep === a.key ? b.key : a.key;
  await post("sources/merge", { essay: desk.path, keep, drop });
  desk.sayDone(words.merged(keep));
}
