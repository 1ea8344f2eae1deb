/** Files that are dropped on the page: essays are opened, files of sources are read. */

import type { DeskModel } from "../model/desk";
import { openAddSource } from "./add_source";
import { openFile } from "./essay_list";

/** A document may be an essay or carry sources; on the page it is an essay. */
const ESSAYS =
  /\.(docx|odt|md|markdown|txt|tex|typ|org|rst|adoc|html?|ipynb|qmd|rmd)$/i;

export function listenToDrops(desk: DeskModel): void {
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    if (ESSAYS.test(file.name)) void desk.attempt(() => openFile(desk, file));
    else openAddSource(desk, file);
  });
}
