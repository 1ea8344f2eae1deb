/** Sources that are there twice, side by side, to be merged. */

import type { DeskModel } from "../model/desk";
import { freshId, h } from "../page/elements";
import { sanitized } from "../page/sanitize";
import { get, post } from "../server/client";
import type { Pair } from "../server/contract";
import { words } from "../words/words";

export function duplicatesPanel(desk: DeskModel): {
  element: HTMLElement;
  load(): Promise<void>;
} {
  const element = h("div", { class: "library-part scrolled" });
  const load = async () => {
    const { pairs } = await get<{ pairs: Pair[] }>("sources/duplicates", {
      essay: desk.path,
    });
    element.replaceChildren(
      ...pairs.map((pair) => pairCard(desk, pair)),
      (pairs.length === 0 && h("p", { class: "soft empty" }, words.noDuplicates)) || "",
    );
  };
  return { element, load };
}

function pairCard(desk: DeskModel, pair: Pair): HTMLElement {
  const { a, b, certainty, reasons, fields } = pair;
  const keep = freshId("keep");
  const chosen = new Map<string, string>();
  const form = h(
    "form",
    { class: "pair" },
    h("h3", {}, words.certainty[certainty]),
    h("p", { class: "soft" }, reasons.join(" · ")),
    h(
      "div",
      { class: "pair-sides" },
      ...[a, b].map(({ key, html }, at) =>
        h(
          "label",
          { class: "pair-side" },
          h("input", { type: "radio", name: keep, value: key, checked: at === 0 }),
          h("strong", {}, words.keep(key)),
          h("span", { class: "printed" }, sanitized(html)),
        ),
      ),
    ),
    fieldTable(
      pair,
      fields.filter(({ same }) => !same),
      chosen,
    ),
    h("button", { type: "submit", class: "primary" }, words.merge),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const kept = String(new FormData(form).get(keep));
    void desk.attempt(() => merge(desk, pair, kept, chosen));
  });
  return form;
}

/** The fields that differ, each with the side that it is taken from. */
function fieldTable(
  { a, b }: Pair,
  fields: Pair["fields"],
  chosen: Map<string, string>,
): HTMLElement | null {
  if (fields.length === 0) return null;
  const head = [words.field, a.key, b.key].map((text) =>
    h("th", { scope: "col" }, text),
  );
  const rows = fields.map((field) => {
    const group = freshId("field");
    const side = (key: string, value: string) => {
      const radio = h("input", {
        type: "radio",
        name: group,
        "aria-label": `${words.takeField(field.label)}: ${key}`,
        onchange: () => chosen.set(field.name, key),
      });
      return h("td", {}, h("label", { class: "choice" }, radio, value));
    };
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, field.label),
      side(a.key, field.a),
      side(b.key, field.b),
    );
  });
  return h(
    "table",
    { class: "pair-fields" },
    h("thead", {}, h("tr", {}, ...head)),
    h("tbody", {}, ...rows),
  );
}

async function merge(
  desk: DeskModel,
  { a, b }: Pair,
  keep: string,
  chosen: Map<string, string>,
): Promise<void> {
  const drop = keep === a.key ? b.key : a.key;
  const taken = [...chosen].filter(([, key]) => key === drop);
  const fields = Object.fromEntries(taken.map(([name]) => [name, drop]));
  await post("sources/merge", { essay: desk.path, keep, drop, fields });
  desk.say(words.merged(keep));
}
