/** The library: a table to search in, duplicates, statistics. */

import type { DeskModel } from "../model/desk";
import { Signal } from "../model/signal";
import { h } from "../page/elements";
import { icon } from "../page/icons";
import { tabs } from "../page/tabs";
import { words } from "../words/words";
import { openAddSource } from "./add_source";
import { duplicatesPanel } from "./duplicates";
import { sourceTable } from "./source_table";
import { statisticsPanel } from "./statistics";

type Part = "table" | "duplicates" | "statistics";

export function libraryView(desk: DeskModel): HTMLElement {
  const part = new Signal<Part>("table");
  const table = sourceTable(desk);
  const duplicates = duplicatesPanel(desk);
  const statistics = statisticsPanel(desk);
  const { row } = tabs<Part>(
    words.library,
    [
      { key: "table", label: words.table, panel: table.element },
      { key: "duplicates", label: words.duplicates, panel: duplicates.element },
      { key: "statistics", label: words.statistics, panel: statistics.element },
    ],
    part,
  );
  const parts = { table, duplicates, statistics };
  const load = () => {
    if (desk.view.value === "library")
      void desk.attempt(() => parts[part.value].load());
  };
  part.watch(load);
  desk.view.watch(load);
  desk.libraryVersion.watch(load);
  const add = () => openAddSource(desk);
  return h(
    "section",
    { class: "library", id: "library", "aria-label": words.library, tabindex: "-1" },
    h(
      "div",
      { class: "library-head" },
      h("h1", {}, words.library),
      row,
      h(
        "button",
        { type: "button", class: "primary", onclick: add },
        icon("add"),
        words.addSource,
      ),
    ),
    table.element,
    duplicates.element,
    statistics.element,
  );
}
