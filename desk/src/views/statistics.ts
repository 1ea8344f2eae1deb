/** What is in the library, counted. */

import type { DeskModel } from "../model/desk";
import { h } from "../page/elements";
import { get } from "../server/client";
import type { Counts, Statistics } from "../server/contract";
import { typeLabel, words } from "../words/words";

/** More rows say nothing more. */
const MOST = 15;

export function statisticsPanel(desk: DeskModel): {
  element: HTMLElement;
  load(): Promise<void>;
} {
  const element = h("div", {
    class: "library-part scrolled statistics",
    tabindex: "0",
  });
  const load = async () => {
    const counted = await get<Statistics>("statistics", { essay: desk.path });
    element.replaceChildren(...sections(counted));
  };
  return { element, load };
}

function sections(counted: Statistics): HTMLElement[] {
  const years: Counts = { ...counted.years };
  if (counted.undated > 0) years[words.statUndated] = counted.undated;
  return [
    h(
      "dl",
      { class: "figures" },
      figure(words.library, counted.sources),
      figure(words.statCited, counted.sources - counted.unused.length),
      figure(words.statUncited, counted.unused.length),
      figure(words.essays, counted.essays),
    ),
    bars(words.statTypes, renamed(counted.types)),
    bars(words.statYears, byDecade(years)),
    bars(words.statMostCited, counted.cited),
    bars(words.statLanguages, counted.languages),
    bars(words.statProblems, counted.problems),
  ];
}

function renamed(types: Counts): Counts {
  const named: Counts = {};
  for (const [type, count] of Object.entries(types)) {
    const name = typeLabel(type);
    named[name] = (named[name] ?? 0) + count;
  }
  return named;
}

/** Many years are counted by decades. */
function byDecade(years: Counts): Counts {
  if (Object.keys(years).length <= MOST) return years;
  const decades: Counts = {};
  for (const [year, count] of Object.entries(years)) {
    const start = year.slice(0, 3);
    const decade = /^\d{4}$/.test(year) ? `${start}0–${start}9` : year;
    decades[decade] = (decades[decade] ?? 0) + count;
  }
  return decades;
}

function figure(label: string, value: number): HTMLElement {
  return h("div", {}, h("dt", {}, label), h("dd", {}, value.toLocaleString()));
}

/** A table whose rows have a bar as long as their count. */
function bars(title: string, counts: Counts): HTMLElement {
  const most = Math.max(1, ...Object.values(counts));
  const shown = Object.entries(counts).slice(0, MOST);
  const rows = shown.map(([name, count]) => {
    const bar = h("span", { class: "bar-length" });
    bar.style.width = `${(count / most) * 100}%`;
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, name === "" ? words.noLanguage : name),
      h("td", { class: "number" }, count.toLocaleString()),
      h("td", { class: "bar-cell", "aria-hidden": "true" }, bar),
    );
  });
  return h(
    "section",
    { class: "counts", hidden: rows.length === 0 },
    h("h2", {}, title),
    h("table", {}, h("tbody", {}, ...rows)),
  );
}
