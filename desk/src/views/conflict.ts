/** Two versions of an essay, side by side: nothing is lost, and the reader chooses. */

import type { DeskModel } from "../model/desk";
import { comparedLines, type Line } from "../model/difference";
import type { Conflict, OpenEssay } from "../model/open_essay";
import { openDialog } from "../page/dialog";
import { h } from "../page/elements";
import { post } from "../server/client";
import { words } from "../words/words";

export function watchConflicts(desk: DeskModel): void {
  let stop = () => {};
  desk.open.show((open) => {
    stop();
    if (open === null) return;
    stop = open.conflict.show((conflict) => {
      if (conflict !== null) openConflict(desk, open, conflict);
    });
  });
}

let close: () => void = () => {};

function openConflict(desk: DeskModel, open: OpenEssay, conflict: Conflict): void {
  close();
  const [mine, theirs] = comparedLines(conflict.mine, conflict.theirs);
  const isGone = conflict.reason === "gone";
  const copy = copyName(open.path);
  const end = (text: string) =>
    desk.attempt(async () => {
      dialog.close();
      await open.settle(text);
    });
  const both = () =>
    desk.attempt(async () => {
      await post("essays/new", { path: copy, text: conflict.mine });
      await end(conflict.theirs);
    });
  const dialog = openDialog(
    words.conflict,
    "large",
    [
      h("p", {}, reasonOf(conflict)),
      h(
        "div",
        { class: "versions" },
        version(words.mine, mine),
        !isGone && version(words.theirs, theirs),
      ),
      !isGone && h("p", { class: "hint" }, words.keepBothHint(copy)),
    ],
    [
      !isGone && button(words.keepTheirs, () => void end(conflict.theirs)),
      !isGone && button(words.keepBoth, () => void both()),
      button(words.keepMine, () => void end(conflict.mine), "primary"),
    ],
  );
  close = dialog.close;
}

function reasonOf({ reason }: Conflict): string {
  if (reason === "gone") return words.conflictGone;
  return reason === "disk" ? words.conflictDisk : words.conflictServer;
}

function button(label: string, onclick: () => void, name = ""): HTMLElement {
  return h("button", { type: "button", class: name, onclick }, label);
}

/** The lines that differ, with a few around them. */
function version(title: string, lines: readonly Line[]): HTMLElement {
  const first = lines.findIndex(({ isSame }) => !isSame);
  const last = lines.findLastIndex(({ isSame }) => !isSame);
  const shown = lines.slice(Math.max(0, first - 3), last + 4);
  const rows = shown.map(({ text, isSame }) =>
    h("div", { class: isSame ? "line" : "line differs" }, text),
  );
  return h(
    "section",
    { class: "version", "aria-label": title },
    h("h3", {}, title),
    h(
      "div",
      { class: "version-text", tabindex: "0", role: "group", "aria-label": title },
      ...rows,
    ),
  );
}

/** "essay.md" becomes "essay (2026-01-31 14.05).md". */
function copyName(path: string): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join(
    "-",
  );
  const time = `${two(now.getHours())}.${two(now.getMinutes())}`;
  return path.replace(/(\.[^./]+)?$/, ` (${day} ${time})$1`);
}
