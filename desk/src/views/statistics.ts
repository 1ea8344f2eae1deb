/** What is in the library, counted. */

import type { DeskModel } from "../model/desk";
import { h } from "../page/elements";
import { get } from "../server/client";
import type { Count, Statistics } from "../server/contract";
import { words } from "../words/words";

export function statisticsPanel(desk: DeskModel): {
  element: HTMLElement;
  load(): Promise<void>;
} {
  const element = h("div", { class: "library-part scrolled statistics" });
  const load = async () => {
    const counted = await get<Statistics>("statistics", { essay: desk.path });
    element.replaceChildren(...sections(counted));
  };
  return { element, load };
}

function sections(counted: Statistics): HTMLElement[] {
  return [
    h(
      "dl",
      { class: "figures" },
      ...figure(words.library, counted.sources),
      ...figure(words.statCited, counted.cited),
      ...figure(words.statUncited, counted.uncited),
    ),
    bars(words.statTypes, counted.types),
    bars(words.statYears, counted.years),
    bars(words.statAuthors, counted.authors),
    bars(words.statMostCited, counted.most_cited),
    bars(
      words.statEssays,
      counted.essays.map(({ path, citations }) => ({ label: path, count: citations })),
    ),
  ];
}

function figure(label: string, value: number): HTMLElement[] {
  return [h("dd", {}, value.toLocaleString()), h("dt", {}, label)];
}

/** A table whose rows have a bar as long as their count. */
function bars(title: string, counts: readonly Count[]): HTMLElement {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const rows = counts.map(({ label, count }) => {
    const bar = h("span", { class: "bar-length" });
    bar.style.width = `${(count / most) * 100}%`;
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, label),
      h("td", { class: "number" }, count.toLocaleString()),
      h("td", { class: "bar-cell", "aria-hidden": "true" }, bar),
    );
  });
  return h(
    "section",
    { class: "counts", hidden: rows.length === 0 },
    h("h3", {}, title),
    h("table", {}, h("tbody", {}, ...rows)),
  );
}
