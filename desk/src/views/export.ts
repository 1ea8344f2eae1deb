/** Exports: the paper, its list, its sources; each a file that the browser saves. */

import type { DeskModel } from "../model/desk";
import { openDialog } from "../page/dialog";
import { h } from "../page/elements";
import { fileName } from "../page/file_name";
import { icon } from "../page/icons";
import { asked } from "../server/client";
import type { ExportTarget } from "../server/contract";
import { words } from "../words/words";

const PAPERS = new Set(["docx", "pdf", "html", "odt", "formatted"]);

export function openExport(desk: DeskModel): void {
  const targets = desk.desk.exports;
  const isList = ({ to }: ExportTarget) => to.startsWith("list-");
  const isPaper = ({ to }: ExportTarget) => PAPERS.has(to);
  const isSources = (target: ExportTarget) => !isList(target) && !isPaper(target);
  openDialog(words.export, "large", [
    ...group(desk, words.exportPaper, targets.filter(isPaper)),
    ...group(desk, words.exportList, targets.filter(isList)),
    ...group(desk, words.exportSources, targets.filter(isSources)),
  ]);
}

function group(desk: DeskModel, title: string, targets: ExportTarget[]): HTMLElement[] {
  const buttons = targets.map((target) => h("li", {}, button(desk, target)));
  return [h("h3", {}, title), h("ul", { class: "exports" }, ...buttons)];
}

function button(desk: DeskModel, { to, label, needs }: ExportTarget): HTMLElement {
  const name = to === "formatted" ? words.formatted : label;
  return h(
    "button",
    {
      type: "button",
      "data-to": to,
      disabled: needs !== null,
      onclick: () => void desk.attempt(() => download(desk, to)),
    },
    icon("export"),
    h("span", {}, name),
    needs !== null && h("span", { class: "soft" }, words.needsExtra(needs)),
  );
}

async function download(desk: DeskModel, to: string): Promise<void> {
  await desk.open.value?.settled();
  desk.say(words.working);
  const answer = await asked("export", { path: desk.path, to }, {});
  const name = fileName(answer.headers.get("Content-Disposition") ?? "") ?? to;
  const address = URL.createObjectURL(await answer.blob());
  h("a", { href: address, download: name }).click();
  // The browser has read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  desk.say(words.exported(name));
}
